import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlatformSecret } from './config';

interface Example {
  readonly bureau: Record<string, unknown>;
}

const example = JSON.parse(readFileSync(join(__dirname, '../../docs/bureau/platforms.example.json'), 'utf8')) as Example;
const filled = (keys: object) => ({ ...example, bureau: { ...example.bureau, ...keys } });
const KEYS = { privateKey: '1'.repeat(64), platformPublicKey: `04${'2'.repeat(128)}` };

test('docs/bureau/platforms.example.json is a document that the service takes once the keys are filled in (ADM-6)', () => {
  expect(PlatformSecret.safeParse(filled(KEYS))).toMatchObject({ success: true });
});

test.each([
  ['a key that was not filled in', {}],
  ['an address without TLS', { ...KEYS, url: 'http://bureau.example/' }],
  ['an organisation code that is none', { ...KEYS, orgCode: '370100' }],
])('with %s nothing starts', (_, keys) => {
  expect(PlatformSecret.safeParse(filled(keys)).success).toBe(false);
});
