import { DAY, MINUTE } from '@yibao/shared';
import { interleavingTable } from '../testing/interleaving-table';
import { openCity, signedIn } from '../testing/story';
import type { Desk } from '../testing/desk';
import { grantWishes } from './grant-wishes';

const HEZE = '371700';
const decide = (desk: Desk, open: boolean) => desk.regions.change(HEZE, { open }, { by: '王科长', reason: '市政府同意', at: desk.clock.at });
const follow = async (desk: Desk) => {
  await desk.follow();
  await desk.push();
};
const told = ({ world }: Desk) => world.state.told.map(({ way, to }) => `${way} ${to}`);
const wishes = ({ table }: Desk) => table.query({ pk: `RG#${HEZE}`, prefix: 'WISH#' });

/** A city where these have asked to hear when Heze opens. */
async function waiting(...names: readonly string[]) {
  const desk = await openCity();
  const tokens = await Promise.all(names.map((who) => signedIn(desk, { who })));
  for (const token of tokens) await desk.post('/region/opening', { region: HEZE }, { token });
  const ask = (i: number) => desk.post('/region/opening', { region: HEZE }, { token: tokens[i]! });
  return { desk, ask };
}

test('who asked is told when the region opens, once, and the platform’s name is forgotten (ACT-5a)', async () => {
  const { desk } = await waiting('ada');
  const token = await signedIn(desk, { channel: 'alipay' });
  await desk.post('/region/opening', { region: HEZE }, { token });
  await follow(desk);
  expect(told(desk)).toEqual([]);
  await decide(desk, true);
  for (let i = 0; i < 3; i += 1) await follow(desk);
  expect(told(desk).sort()).toEqual(['alipay ali-ada', 'weapp wx-ada']);
  expect(desk.world.state.told[0]).toMatchObject({ template: 'opening', facts: ['菏泽市', '2026年11月22日 10:00', '现在可以激活医保码了'], page: 'pages/home/home' });
  const rows = await wishes(desk);
  expect(rows.map(({ outcome, openId }) => [outcome, openId])).toEqual(expect.arrayContaining([['weapp', undefined], ['alipay', undefined]]));
  expect(rows[0]?.['ttl']).toBe((desk.clock.at.getTime() + 30 * DAY) / 1000);
});

test('the platform’s name is sealed while the wish waits, and ends with it after a year', async () => {
  const { desk } = await waiting('ada');
  const [row] = await wishes(desk);
  expect(JSON.stringify(row)).not.toContain('wx-ada');
  expect(row).toMatchObject({ channel: 'weapp', openId: expect.any(String), ttl: (desk.clock.at.getTime() + 365 * DAY) / 1000 });
});

test('a hundred and twenty wishes are granted page by page, and a second delivery grants nothing again', async () => {
  const names = Array.from({ length: 120 }, (_, i) => `p${i}`);
  const { desk } = await waiting(...names);
  await decide(desk, true);
  await follow(desk);
  expect(told(desk).sort()).toEqual(names.map((name) => `weapp wx-${name}`).sort());
  const before = desk.table as unknown as { written: unknown[] };
  const { length } = before.written;
  await grantWishes({ type: 'region.opened', region: HEZE, name: '菏泽市', at: desk.clock.at.toISOString() }, { wishes: desk.wishes });
  expect(before.written).toHaveLength(length);
});

test('who does not allow messages is not tried again and again', async () => {
  const { desk } = await waiting('ada');
  desk.world.refuse('weappMessage', 'NOTICE_NOT_TAKEN');
  await decide(desk, true);
  await follow(desk);
  expect((await wishes(desk)).map(({ outcome }) => outcome)).toEqual(['nobody']);
  desk.world.allow();
  await follow(desk);
  expect(told(desk)).toEqual([]);
});

test('a platform that fails is asked again with the next delivery, for the one who was not told', async () => {
  const { desk } = await waiting('ada');
  desk.world.refuse('weappMessage', 'UPSTREAM_BUSY');
  await decide(desk, true);
  await desk.follow();
  await expect(desk.push()).rejects.toMatchObject({ code: 'UPSTREAM_BUSY' });
  desk.world.allow();
  await desk.push();
  expect(told(desk)).toEqual(['weapp wx-ada']);
});

test('whoever asks after the opening is told at once; asked twice, told once', async () => {
  const { desk, ask } = await waiting('ada');
  await decide(desk, true);
  await follow(desk);
  const token = await signedIn(desk, { who: 'bob' });
  const askedAt = desk.clock.at.toISOString();
  expect(await desk.post('/region/opening', { region: HEZE }, { token })).toMatchObject({ status: 200, body: { askedAt } });
  desk.wait(MINUTE);
  expect((await desk.post('/region/opening', { region: HEZE }, { token })).body).toEqual({ askedAt });
  await ask(0);
  await follow(desk);
  expect(told(desk)).toEqual(['weapp wx-ada', 'weapp wx-bob']);
});

test('after a region has closed again a new wish waits for its next opening', async () => {
  const { desk, ask } = await waiting('ada');
  await decide(desk, true);
  await follow(desk);
  desk.wait(MINUTE);
  await decide(desk, false);
  expect((await ask(0)).body).toEqual({ askedAt: desk.clock.at.toISOString() });
  await follow(desk);
  expect(told(desk)).toHaveLength(1);
  await decide(desk, true);
  await follow(desk);
  expect(told(desk)).toEqual(['weapp wx-ada', 'weapp wx-ada']);
});

test('other changes of a region tell nobody, nor does the registration of a new one', async () => {
  const { desk } = await waiting('ada');
  await desk.regions.change(HEZE, { hotline: '0530-12393' }, { by: '王科长', reason: '换号码', at: desk.clock.at });
  await desk.regions.change('370300', { name: '淄博市', province: '山东省', bureau: '淄博市医保局', hotline: '12393', open: true }, { by: '王科长', reason: '开通', at: desk.clock.at });
  await follow(desk);
  expect(told(desk)).toEqual([]);
});

/** Steps of a wish between which the region opens and its wishes are granted. */
const MOMENTS = [1, 2, 3, 4, 5, 6];

test.each(MOMENTS)('a region that opens before step %i of a wish: the account is told, once', async (moment) => {
  const table = interleavingTable();
  const desk = await openCity({ table });
  const token = await signedIn(desk);
  const untold = await desk.table.query({ pk: 'RG#ALL', prefix: 'HISTORY#' });
  table.at(moment, async () => {
    await decide(desk, true);
    await desk.follow();
  });
  expect((await desk.post('/region/opening', { region: HEZE }, { token })).status).toBe(200);
  await follow(desk);
  expect((await desk.table.query({ pk: 'RG#ALL', prefix: 'HISTORY#' })).length).toBe(untold.length + 1);
  expect(told(desk)).toEqual(['weapp wx-ada']);
});
