import { type Row } from '../aws/table';
import { keyIdIn } from '../crypto/closed-text';
import { phoneIndexWith } from '../crypto/digest';
import { sealerWith } from '../crypto/sealer';
import { kindOf, sealedOf } from '../data-map/data-map';
import { phonesIn } from '../phone/store';
import { memoryScan } from '../testing/memory-scan';
import { memoryTable } from '../testing/memory-table';
import { another, BENS_ALIPAY } from '../testing/phone-story';
import { activated, ALIPAY_STEPS, openCity, PIN, scan, seedOf, shownBy, signedIn } from '../testing/story';
import { turningKeys } from '../testing/turning-keys';
import { fillBack } from './backfill';
import { fillBackIn } from './fill-back-table';

const NOW = () => new Date('2026-11-22T03:00:00.000Z');

const BEN_NUMBER = '99999919850615001X';

/** A person with a voucher, a seed and an unfinished activation of somebody else, all of before the rotation. */
async function afterRotation() {
  const table = memoryTable();
  const { keys, turn } = turningKeys();
  const desk = await openCity({ table, keys });
  const token = await signedIn(desk);
  await activated(desk, token);
  const seed = await seedOf(desk, token);
  await activated(desk, await signedIn(desk, { who: 'bob' }), { until: 'region' });
  turn();
  const needs = fillBackIn({ table, scan: memoryScan(table), keys, now: NOW });
  return { table, desk, token, seed, turn, needs };
}

const closedIn = (row: Row) => sealedOf(kindOf(row)).flatMap((attribute) => (typeof row[attribute] === 'string' ? [keyIdIn(row[attribute])] : []));
const keyIdsOf = (table: ReturnType<typeof memoryTable>) => new Set([...table.rows.values()].flatMap(closedIn));
const without = (table: ReturnType<typeof memoryTable>) => [...table.rows.values()].filter(({ sk }) => sk !== 'BACKFILL');

test('before the back-fill everything of before the rotation still works, in every channel (CODE-4)', async () => {
  const { desk, token, seed } = await afterRotation();
  expect((await desk.get('/voucher', { token })).body).toMatchObject({ holder: '张*' });
  expect((await scan(desk, shownBy(seed, desk.clock.at))).body.code).toBe(0);
  expect((await desk.post('/voucher/unlock', { pin: PIN }, { token })).status).toBe(200);
  const alipay = await signedIn(desk, { channel: 'alipay' });
  expect((await activated(desk, alipay, { steps: ALIPAY_STEPS }))?.body).toMatchObject({ status: 'done' });
  expect(await desk.vouchers.ofPerson('999999199003070012')).toBeDefined();
});

test('afterwards every value has the new key, every lock its new place, and everything works on', async () => {
  const { table, desk, token, seed, turn, needs } = await afterRotation();
  expect(keyIdsOf(table)).toEqual(new Set(['k1']));
  const voucherId = await desk.vouchers.ofPerson('999999199003070012');
  expect(await fillBack(needs)).toMatchObject({ key: 'k2', relocked: 1, oldPins: 1, broken: 0, finishedAt: NOW().toISOString() });
  expect(keyIdsOf(table)).toEqual(new Set(['k2']));
  turn();
  expect(await desk.vouchers.ofPerson('999999199003070012')).toBe(voucherId);
  expect((await scan(desk, shownBy(seed, desk.clock.at))).body.code).toBe(0);
  expect((await desk.get('/voucher', { token })).body).toMatchObject({ holder: '张*' });
});

test('a second run, and a run beside what is already new, change nothing', async () => {
  const { table, needs } = await afterRotation();
  const { rows } = await fillBack(needs);
  const before = without(table);
  expect(await fillBack(needs)).toMatchObject({ rows });
  await needs.backfill.keep({ key: 'k1', startedAt: NOW().toISOString(), rows: 0, resealed: 0, relocked: 0, oldPins: 0, broken: 0 }, (await needs.backfill.read())!.was);
  expect(await fillBack(needs)).toMatchObject({ resealed: 0, relocked: 0 });
  expect(without(table)).toEqual(before);
});

test('an interrupted run goes on where it was', async () => {
  const { table, needs } = await afterRotation();
  const all = table.rows.size;
  let pages = 0;
  const failing = { ...needs, scan: { page: (after: string | undefined, limit: number) => ((pages += 1) > 2 ? Promise.reject(new Error('no network')) : needs.scan.page(after, limit)) } };
  await expect(fillBack(failing, { batch: 3 })).rejects.toThrow('no network');
  expect((await needs.backfill.read())!.state).toMatchObject({ rows: 6, after: expect.any(String) });
  const seen: number[] = [];
  const end = await fillBack(needs, { batch: 3, onBatch: ({ rows }) => void seen.push(rows) });
  expect(seen[0]).toBe(9);
  expect(end.rows).toBeGreaterThanOrEqual(all);
  expect(keyIdsOf(table)).toEqual(new Set(['k2']));
});

test('a row that is written meanwhile is read again, and what was written stays', async () => {
  const { table, needs } = await afterRotation();
  const write = table.write.bind(table);
  let disturbed = 0;
  const busy = {
    ...table,
    async write(puts: Parameters<typeof write>[0]) {
      const code = puts.find(({ row }) => row.sk === 'CODE');
      if (code && (disturbed += 1) === 1) await write([{ row: { ...(await table.get(code.row))!, offlineUses: 2 }, was: code.was }]);
      return write(puts);
    },
  };
  await fillBack({ ...needs, table: busy });
  expect([...table.rows.values()].find(({ sk }) => sk === 'CODE')).toMatchObject({ offlineUses: 2, seed: expect.stringMatching(/^v1\.k2\./) });
});

test('before every row that is brought over, who was there is found, and who comes meanwhile too', async () => {
  const { table, desk, turn, needs } = await afterRotation();
  const known = await desk.vouchers.ofPerson('999999199003070012');
  const seen: { readonly ada: boolean; readonly ben: boolean }[] = [];
  let ben: string | undefined;
  const between = async () => {
    if (seen.length === 3) {
      const { token } = await another(desk);
      await activated(desk, token, { steps: BENS_ALIPAY });
      ben = await desk.vouchers.ofPerson(BEN_NUMBER);
      expect(ben).toBeDefined();
    }
    seen.push({ ada: (await desk.vouchers.ofPerson('999999199003070012')) === known, ben: (await desk.vouchers.ofPerson(BEN_NUMBER)) === ben });
  };
  const watched = { ...needs, scan: { page: async (after: string | undefined, limit: number) => (await between(), needs.scan.page(after, limit)) } };
  expect(await fillBack(watched, { batch: 1 })).toMatchObject({ broken: 0, relocked: 1 });
  expect(seen.length).toBeGreaterThan(20);
  expect(seen.filter(({ ada, ben: found }) => !ada || !found)).toEqual([]);
  expect(keyIdsOf(table)).toEqual(new Set(['k2']));
  turn();
  expect([await desk.vouchers.ofPerson('999999199003070012'), await desk.vouchers.ofPerson(BEN_NUMBER)]).toEqual([known, ben]);
});

test('of two runs at once one stops, and the rows are right', async () => {
  const { table, needs } = await afterRotation();
  const ended = await Promise.allSettled([fillBack(needs, { batch: 2 }), fillBack(needs, { batch: 2 })]);
  expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(keyIdsOf(table)).toEqual(new Set(['k2']));
});

test('a row that does not open is counted and left as it is; the others are done', async () => {
  const { table, needs } = await afterRotation();
  const [place, voucher] = [...table.rows].find(([, { sk }]) => sk === 'VOUCHER')!;
  const tampered = { ...voucher, name: voucher['idNumber'] };
  table.rows.set(place, tampered);
  expect(await fillBack(needs)).toMatchObject({ broken: 1 });
  expect(table.rows.get(place)).toEqual(tampered);
  expect(keyIdsOf(table)).toEqual(new Set(['k1', 'k2']));
});

test('a phone number whose key was changed still belongs to who has it, before the back-fill and after', async () => {
  const table = memoryTable();
  const { keys, turn } = turningKeys();
  const desk = await openCity({ table, keys });
  await activated(desk, await signedIn(desk, { channel: 'alipay' }), { steps: ALIPAY_STEPS });
  const phones = phonesIn(table, sealerWith(keys), phoneIndexWith(keys));
  const users = (await phones.lockOf('13900005080')).users;
  expect(users?.accounts).toHaveLength(1);
  turn();
  expect((await phones.lockOf('13900005080')).users).toEqual(users);
  expect(await fillBack(fillBackIn({ table, scan: memoryScan(table), keys, now: NOW }))).toMatchObject({ relocked: 2 });
  turn();
  expect((await phones.lockOf('13900005080')).users).toEqual(users);
});
