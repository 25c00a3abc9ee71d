import { activated, openCity, PIN, scan, seedOf, shownBy, signedIn } from '@yibao/functions/src/testing/story';
import { dynamoScan } from '@yibao/functions/src/aws/table-scan';
import { fillBack } from '@yibao/functions/src/keys/backfill';
import { fillBackIn } from '@yibao/functions/src/keys/fill-back-table';
import { turningKeys } from '@yibao/functions/src/testing/turning-keys';
import { openDatabase } from './database';

let database: Awaited<ReturnType<typeof openDatabase>>;

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.engine.stop());

const now = () => new Date('2026-11-22T03:00:00.000Z');

test('in the database a rotation is filled back while codes are scanned, and nothing is lost (CODE-4)', async () => {
  const { table, client } = await database.tableNamed('rotation');
  const { keys, turn } = turningKeys();
  const desk = await openCity({ table, keys });
  const token = await signedIn(desk);
  await activated(desk, token);
  const seed = await seedOf(desk, token);
  const voucherId = await desk.vouchers.ofPerson('999999199003070012');
  turn();
  const all = dynamoScan(client, 'rotation');
  const filling = fillBack(fillBackIn({ table, scan: all, keys, now }), { batch: 4 });
  const scans = [0, 1, 2].map((sequence) => scan(desk, shownBy(seed, desk.clock.at, sequence)));
  const answered = (await Promise.all(scans)).filter(({ body }) => body.code === 0);
  expect(answered.length).toBeGreaterThanOrEqual(1);
  expect(await filling).toMatchObject({ relocked: 1, broken: 0, finishedAt: expect.any(String) });
  const texts: string[] = [];
  for (let page = await all.page(undefined, 5); ; page = await all.page(page.next, 5)) {
    texts.push(JSON.stringify(page.rows));
    if (page.next === undefined) break;
  }
  expect(texts.join('').match(/"v1\.k\d\./g)).not.toContain('"v1.k1.');
  turn();
  expect(await desk.vouchers.ofPerson('999999199003070012')).toBe(voucherId);
  expect((await desk.post('/voucher/unlock', { pin: PIN }, { token })).status).toBe(200);
}, 120_000);
