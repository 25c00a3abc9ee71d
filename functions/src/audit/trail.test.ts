import { activated, ALIPAY_STEPS, openCity, PIN, scan, seedOf, shownBy, signedIn } from '../testing/story';
import type { Desk } from '../testing/desk';
import { rowsOf, trailFlaws } from '../testing/trail-flaws';

const OTHER = 'e'.repeat(32);
const ID_NUMBER = '999999199003070012';

const trailOf = async (desk: Desk) => desk.trail.of((await desk.vouchers.ofPerson(ID_NUMBER))!);
const typesIn = async (desk: Desk) => (await trailOf(desk)).map(({ event }) => event.type);

async function holder() {
  const desk = await openCity();
  const token = await signedIn(desk);
  await activated(desk, token);
  return { desk, token };
}

test('an activation is the first entry: who, in which channel, why, and the holder masked', async () => {
  const { desk } = await holder();
  const [entry] = await trailOf(desk);
  expect(entry).toMatchObject({ no: 1, prevHash: '', reason: 'holder', actor: { kind: 'citizen', channel: 'weapp' }, event: { type: 'voucher.activated', region: '370100', entry: 'scan', promotion: 'QDYD2026' } });
  expect(entry?.after).toMatchObject({ holder: '张*', idNumber: `9${'*'.repeat(16)}2` });
});

test('a further channel, a lock of the PIN and another device are told in their order, and the chain is sound', async () => {
  const { desk, token } = await holder();
  await activated(desk, await signedIn(desk, { channel: 'alipay' }), { steps: ALIPAY_STEPS });
  await seedOf(desk, token);
  const other = await signedIn(desk, { device: OTHER });
  for (let i = 0; i < 5; i += 1) await desk.post('/voucher/unlock', { pin: '746281' }, { token: other });
  desk.wait(15 * 60_000);
  await desk.post('/voucher/unlock', { pin: PIN }, { token: other });
  await seedOf(desk, other);
  expect(await typesIn(desk)).toEqual(['voucher.activated', 'voucher.bound', 'pin.locked', 'seed.moved']);
  expect((await trailOf(desk)).at(-1)).toMatchObject({ before: { device: '…dddd' }, after: { device: '…eeee' } });
  expect(trailFlaws(desk)).toEqual([]);
});

test('wrong PINs, showings and scans that change nothing lasting are no entries', async () => {
  const { desk, token } = await holder();
  const seed = await seedOf(desk, token);
  for (let i = 0; i < 4; i += 1) await desk.post('/voucher/unlock', { pin: '746281' }, { token });
  await desk.post('/voucher/unlock', { pin: PIN }, { token });
  await scan(desk, shownBy(seed, desk.clock.at));
  expect(await typesIn(desk)).toEqual(['voucher.activated']);
});

test('five wrong PINs at the same moment lock once and are told once', async () => {
  const { desk, token } = await holder();
  await Promise.all(Array.from({ length: 5 }, () => desk.post('/voucher/unlock', { pin: '746281' }, { token })));
  expect(await typesIn(desk)).toEqual(['voucher.activated', 'pin.locked']);
  expect(trailFlaws(desk)).toEqual([]);
});

test('a change whose entry cannot be written is not made', async () => {
  const { desk, token } = await holder();
  await seedOf(desk, token);
  const other = await signedIn(desk, { device: OTHER });
  await desk.post('/voucher/unlock', { pin: PIN }, { token: other });
  const voucher = rowsOf(desk).find(({ sk }) => sk === 'VOUCHER')!;
  await desk.table.write([{ row: { ...voucher, head: undefined }, was: voucher.version }]);
  expect((await desk.post('/voucher/seed', {}, { token: other })).status).toBe(500);
  expect(rowsOf(desk).filter(({ sk }) => sk === 'CODE')).toMatchObject([{ device: 'd'.repeat(32), status: 'active' }]);
});

describe('uses', () => {
  async function used() {
    const { desk, token } = await holder();
    const seed = await seedOf(desk, token);
    for (let i = 0; i < 3; i += 1) {
      await scan(desk, shownBy(seed, desk.clock.at));
      await desk.follow();
      desk.wait(60_000);
    }
    const uses = rowsOf(desk).filter(({ sk }) => sk.startsWith('USE#'));
    return { desk, uses, rows: desk.table as unknown as { rows: Map<string, unknown> } };
  }
  const place = ({ pk, sk }: { pk: string; sk: string }) => `${pk}|${sk}`;

  test('each carry the number of their acceptance and a MAC', async () => {
    const { desk, uses } = await used();
    expect(uses.map(({ nth }) => nth)).toEqual([1, 2, 3]);
    expect(trailFlaws(desk)).toEqual([]);
  });

  test.each([0, 1, 2])('number %i removed is missed', async (i) => {
    const { desk, uses, rows } = await used();
    rows.rows.delete(place(uses[i]!));
    expect(trailFlaws(desk)).toMatchObject([{ nth: i + 1, kind: 'missing' }]);
  });

  test('of another institution are found altered', async () => {
    const { desk, uses, rows } = await used();
    rows.rows.set(place(uses[1]!), { ...uses[1]!, institution: '别的医院' });
    expect(trailFlaws(desk)).toEqual(expect.arrayContaining([expect.objectContaining({ nth: 2, kind: 'altered' })]));
  });

  test('moved to another time are found altered', async () => {
    const { desk, uses, rows } = await used();
    rows.rows.delete(place(uses[1]!));
    const moved = { ...uses[1]!, sk: uses[1]!.sk.replace('T02:', 'T01:') };
    rows.rows.set(place(moved), moved);
    expect(trailFlaws(desk)).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'altered' })]));
  });
});
