import { type Launch, READING_AUTHORISATION, SERVICE_AGREEMENT } from '@yibao/shared';
import { Event } from '../events';
import type { Desk } from '../testing/desk';
import { activated, ALIPAY_STEPS, LAUNCH, openCity, signedIn, WEAPP_STEPS } from '../testing/story';
import { recordingTable } from '../testing/recording-table';

const agreeing = (launch: unknown, more: object = {}) => (desk: Desk, token: string) =>
  desk.post('/activation/agreement', { version: SERVICE_AGREEMENT.version, reading: READING_AUTHORISATION.version, ...more, ...(launch === undefined ? {} : { launch }) }, { token });

async function city() {
  const table = recordingTable();
  const desk = await openCity({ table });
  const events = () => table.written.flatMap(({ event }) => (event === undefined ? [] : [Event.parse(event)]));
  const kept = () => table.written.filter(({ sk }) => sk === 'ACTIVATION').map(({ origin }) => origin);
  return { desk, events, kept };
}

const cases: [string, Launch | undefined, object][] = [
  ['a poster', LAUNCH, { entry: 'scan', scene: '1047', posterChannel: 'weapp', posterRegion: '370100', promotion: 'QDYD2026' }],
  ['the city service', { scene: '1092' }, { entry: 'city-service', scene: '1092' }],
  ['a scene that nobody knows yet', { scene: '7777' }, { entry: 'other', scene: '7777' }],
  ['a poster that cannot be read', { scene: '1011', poster: { channel: 'other', promotion: 'other' } }, { entry: 'scan', scene: '1011', posterChannel: 'other', promotion: 'other' }],
  ['nothing that the platform would tell', undefined, { entry: 'other' }],
];

test.each(cases)('who came in by %s: kept with the activation, and told when the voucher is there (ACT-8)', async (_from, launch, origin) => {
  const { desk, events, kept } = await city();
  await activated(desk, await signedIn(desk), { steps: { ...WEAPP_STEPS, agreement: agreeing(launch) } });
  expect(kept().at(-1)).toEqual(origin);
  expect(events().filter(({ type }) => type === 'voucher.activated')).toEqual([expect.objectContaining({ channel: 'weapp', region: '370100', ...origin })]);
});

test('the same number is another entry on Alipay, and a further channel tells its own (ACT-8)', async () => {
  const { desk, events } = await city();
  await activated(desk, await signedIn(desk));
  const steps = { ...ALIPAY_STEPS, agreement: agreeing({ scene: '1401' }, { code: 'ada' }) };
  await activated(desk, await signedIn(desk, { channel: 'alipay' }), { steps });
  const bound = events().filter(({ type }) => type === 'voucher.bound');
  expect(bound).toEqual([expect.objectContaining({ channel: 'alipay', entry: 'wallet', scene: '1401' })]);
  expect(bound[0]).not.toHaveProperty('promotion');
});

test('a later opening does not take the activation from the first one (ACT-8)', async () => {
  const { desk, events } = await city();
  await activated(desk, await signedIn(desk), { until: 'region' });
  const again = await signedIn(desk);
  await agreeing({ scene: '1001' })(desk, again);
  for (const step of ['region', 'pin']) await WEAPP_STEPS[step]!(desk, again);
  expect(events().find(({ type }) => type === 'voucher.activated')).toMatchObject({ entry: 'scan', promotion: 'QDYD2026' });
});

test('an activation that rested too long begins again with the way by which the person came then', async () => {
  const { desk, kept } = await city();
  await activated(desk, await signedIn(desk), { until: 'face' });
  desk.wait(25 * 3600_000);
  await agreeing({ scene: '1005' })(desk, await signedIn(desk));
  expect(kept().at(-1)).toEqual({ entry: 'search', scene: '1005' });
});

test.each([{ scene: 'a b' }, { poster: { channel: 'x' } }, { poster: { channel: 'weapp', promotion: '<b>' } }, { city: '1' }, 'scan'])('a launch that is not as the contract says is refused: %j', async (launch) => {
  const { desk, kept } = await city();
  expect((await agreeing(launch)(desk, await signedIn(desk))).body).toMatchObject({ code: 'REQUEST_MALFORMED' });
  expect(kept()).toEqual([]);
});
