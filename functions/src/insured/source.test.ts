import { PlatformSecret } from '../config';
import { sm2 } from '../crypto/sm.vectors.json';

const { bureau } = PlatformSecret.shape;
const platform = { url: 'https://bureau.example/hsa', orgCode: 'E37010000001', appId: 'A'.repeat(32), appSecret: 'B'.repeat(32), privateKey: sm2.dHex, platformPublicKey: sm2.publicHex };

test.each([[undefined], [{ source: 'table' }]])('a secret with the bureau as %j asks the imported records (ADM-4)', (given) => {
  expect(bureau.parse(given)).toEqual({ source: 'table' });
});

test('a secret with a platform asks the platform; half of one is neither', () => {
  expect(bureau.parse(platform)).toMatchObject({ url: platform.url });
  const { appSecret: _, ...half } = platform;
  for (const given of [half, {}, { source: 'file' }, { ...platform, source: 'table' }]) expect(bureau.safeParse(given).success).toBe(false);
});
