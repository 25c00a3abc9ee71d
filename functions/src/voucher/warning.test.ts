import type { Row } from '../aws/table';
import { HOSPITAL, newSigningKey, askToken, claimsAt, signed } from '../testing/hospital';
import type { Desk } from '../testing/desk';
import { activated, DEVICE, openCity, PIN, scan, seedOf, shownBy, signedIn } from '../testing/story';

const OTHER = { orgId: 'P37010000009', key: newSigningKey('p1') };

async function shown() {
  const desk = await openCity();
  await desk.institutions.register({ orgId: OTHER.orgId, name: '示范药店', kind: 'institution', keys: [OTHER.key.registered] });
  const token = await signedIn(desk);
  await activated(desk, token);
  const seed = await seedOf(desk, token);
  const { body } = await askToken(desk, await signed(claimsAt(desk.clock.at, OTHER.orgId), { key: OTHER.key }));
  return { desk, seed, token, elsewhere: { orgId: OTHER.orgId, token: String(body['access_token']) } };
}

const warnings = (desk: Desk) => (desk.table as unknown as { written: readonly Row[] }).written.map(({ event }) => event as { type?: string; why?: string } | undefined).filter((event) => event?.type === 'code.refused');

test('a code that was accepted and is shown elsewhere warns the holder, once in an hour (CODE-6)', async () => {
  const { desk, seed, elsewhere } = await shown();
  const code = shownBy(seed, desk.clock.at);
  await scan(desk, code);
  for (let i = 0; i < 3; i += 1) expect((await scan(desk, code, elsewhere)).body.code).toBe(500161);
  expect(warnings(desk)).toMatchObject([{ why: 'used', orgId: OTHER.orgId }]);
  await desk.push();
  expect(desk.world.state.told).toMatchObject([{ way: 'weapp', facts: ['用过的医保码在别处被扫', expect.anything() as string, '已经拒绝，请不要转发截图'] }]);
});

test('a terminal that scans twice by mistake alarms nobody', async () => {
  const { desk, seed } = await shown();
  const code = shownBy(seed, desk.clock.at);
  await scan(desk, code, { outBizNo: 'a' });
  expect((await scan(desk, code, { outBizNo: 'b', orgId: HOSPITAL.orgId })).body.code).toBe(500161);
  expect(warnings(desk)).toEqual([]);
});

test('a code of a phone that no longer shows codes warns the holder', async () => {
  const { desk, seed } = await shown();
  const other = await signedIn(desk, { device: DEVICE.replace(/d/g, 'e') });
  await desk.post('/voucher/unlock', { pin: PIN }, { token: other });
  await seedOf(desk, other);
  expect((await scan(desk, shownBy(seed, desk.clock.at))).body.code).toBe(500160);
  expect(warnings(desk)).toMatchObject([{ why: 'ended' }]);
});

test('after a warning codes are accepted as before', async () => {
  const { desk, seed, elsewhere } = await shown();
  const code = shownBy(seed, desk.clock.at);
  await scan(desk, code);
  await scan(desk, code, elsewhere);
  desk.wait(60_000);
  expect((await scan(desk, shownBy(seed, desk.clock.at), elsewhere)).body.code).toBe(0);
});

test('an invented code warns nobody', async () => {
  const { desk, seed } = await shown();
  await scan(desk, shownBy({ ...seed, seed: '0'.repeat(64) }, desk.clock.at));
  expect(warnings(desk)).toEqual([]);
});
