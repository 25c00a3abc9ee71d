import { activated, ALIPAY_STEPS, openCity, PIN, scan, seedOf, shownBy, signedIn } from './testing/story';
import { ADA } from './testing/outside-world';

/** A whole story with its troubles: two channels, wrong PINs, refused scans, a defect. */
async function story() {
  const desk = await openCity();
  const weapp = await signedIn(desk);
  await activated(desk, weapp);
  const alipay = await signedIn(desk, { channel: 'alipay' });
  await activated(desk, alipay, { steps: ALIPAY_STEPS });
  const seed = await seedOf(desk, weapp);
  await desk.post('/voucher/unlock', { pin: '746281' }, { token: weapp });
  await desk.post('/activation/identity', { name: ADA.name, idNumber: '999999199003070011', code: 'x' }, { token: weapp });
  await scan(desk, shownBy(seed, desk.clock.at));
  await scan(desk, shownBy(seed, desk.clock.at));
  jest.spyOn(desk.codes, 'find').mockRejectedValue(new Error(`${ADA.name} ${ADA.idNumber} ${ADA.phone}`));
  await scan(desk, shownBy(seed, desk.clock.at, 2));
  return { desk, secrets: { name: ADA.name, idNumber: ADA.idNumber, phone: ADA.phone, pin: `"${PIN}"`, seed: seed.seed, weapp, alipay, openId: 'wx-ada' } };
}

test('name, ID number, phone, PIN, seed, tokens and platform ids are in no stored row and no log line in clear (ALL-4)', async () => {
  const { desk, secrets } = await story();
  const rows = JSON.stringify([...(desk.table as unknown as { rows: Map<string, unknown> }).rows.values()]);
  const log = JSON.stringify(desk.log);
  expect(rows.length).toBeGreaterThan(3000);
  expect(desk.log.map(({ code }) => code)).toEqual(expect.arrayContaining(['PIN_WRONG', 'REQUEST_MALFORMED', 'CODE_USED', 'INTERNAL']));
  const found = Object.entries(secrets).filter(([, secret]) => rows.includes(secret) || log.includes(secret));
  expect(found.map(([kind]) => kind)).toEqual([]);
});

test('what a citizen is answered shows the own name and number only masked', async () => {
  const desk = await openCity();
  const token = await signedIn(desk);
  await activated(desk, token, { until: 'region' });
  const answer = JSON.stringify((await desk.get('/activation', { token })).body);
  expect(answer).toContain('张*');
  expect(answer).not.toMatch(/张三|9003070012/);
});
