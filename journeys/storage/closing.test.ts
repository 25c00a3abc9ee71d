import { findingsIn } from '@yibao/functions/src/audit/check';
import { dynamoScan } from '@yibao/functions/src/aws/table-scan';
import { hospitalToken } from '@yibao/functions/src/testing/hospital';
import { activated, ALIPAY_STEPS, openCity, PIN, scan, seedOf, shownBy, signedIn } from '@yibao/functions/src/testing/story';
import { openDatabase } from './database';
import { type Fault, injectFaults } from './faults';

let database: Awaited<ReturnType<typeof openDatabase>>;

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.engine.stop());

/** Begins well, so that the people are there before the failures begin. */
function failingLater(seed: number): { next: () => Fault; begin: () => void } {
  let [state, failing] = [seed, false];
  const next = (): Fault => {
    state = (state * 1103515245 + 12345) % 2147483648;
    const x = state / 2147483648;
    if (!failing || x > 0.4) return 'none';
    return x < 0.15 ? 'throttled' : x < 0.3 ? 'lost answer' : 'collision';
  };
  return { next, begin: () => (failing = true) };
}

test('an account closed through a failing database, with scans and seeds meanwhile, is closed as a whole, and its trail is sound', async () => {
  for (let seed = 1; seed <= 8; seed += 1) {
    const { table, client } = await database.tableNamed(`closing-${seed}`);
    const faults = failingLater(seed);
    injectFaults(client, faults.next);
    const desk = await openCity({ table });
    const [weapp, alipay] = [await signedIn(desk), await signedIn(desk, { channel: 'alipay' })];
    await activated(desk, weapp);
    await activated(desk, alipay, { steps: ALIPAY_STEPS });
    const seeds = [await seedOf(desk, weapp), await seedOf(desk, alipay)];
    await desk.post('/session/step-up', { action: 'close-account', pin: PIN }, { token: weapp });
    await hospitalToken(desk);
    faults.begin();
    const closed = async () => {
      for (let i = 0; i < 40; i += 1) if ((await desk.post('/account/close', {}, { token: weapp })).status === 200) return true;
      return false;
    };
    const [done] = await Promise.all([closed(), ...seeds.map((held) => scan(desk, shownBy(held, desk.clock.at))), desk.post('/voucher/seed', {}, { token: weapp })]);
    expect(done).toBe(true);
    const { rows } = await dynamoScan((await database.tableNamed(`closing-${seed}`)).client, `closing-${seed}`).page(undefined, 1000);
    expect(rows.filter(({ sk, status }) => sk === 'CODE' && status === 'active')).toEqual([]);
    expect(rows.filter((row) => ['VOUCHER', 'PIN', 'BINDING'].includes(row.sk) && row['endedAt'] === undefined)).toEqual([]);
    expect(rows.filter(({ sk }) => sk.startsWith('EV#')).map(({ event }) => (event as { type: string }).type)).toEqual(['voucher.activated', 'voucher.bound', 'account.closed']);
    const trail = rows.filter(({ sk }) => sk === 'VOUCHER' || sk.startsWith('EV#'));
    expect(findingsIn(trail, { macs: desk.macs, now: desk.clock.at })).toEqual({ vouchers: 1, findings: [] });
  }
}, 300_000);
