import { activated, openCity, PIN, scan, seedOf, shownBy, signedIn, WEAPP_STEPS } from '@yibao/functions/src/testing/story';
import type { Table } from '@yibao/functions/src/aws/table';
import { memoryTable } from '@yibao/functions/src/testing/memory-table';
import * as fc from 'fast-check';
import { openDatabase } from './database';
import { type Fault, injectFaults } from './faults';

let database: Awaited<ReturnType<typeof openDatabase>>;

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.engine.stop());

/** A repeatable choice of faults: about half of the calls fail somehow. */
function chooser(seed: number): () => Fault {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    const x = state / 2147483648;
    return x < 0.15 ? 'throttled' : x < 0.3 ? 'lost answer' : x < 0.4 ? 'collision' : 'none';
  };
}

async function holderOn(table: Table) {
  const desk = await openCity({ table });
  const token = await signedIn(desk);
  await activated(desk, token);
  return { desk, token, seed: await seedOf(desk, token) };
}

test('重复扫码被拒: of twenty terminals that scan the same code at once in the database, one is answered (CODE-6)', async () => {
  const { desk, seed } = await holderOn((await database.tableNamed('races')).table);
  for (let round = 0; round < 20; round += 1) {
    desk.wait(60_000);
    const code = shownBy(seed, desk.clock.at);
    if (round % 3 === 0) await desk.post('/voucher/seed', { handle: seed.handle }, { token: await signedIn(desk) });
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => scan(desk, code, { outBizNo: `r${round}-${i}` })));
    expect(answers.filter(({ body }) => body.code === 0)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code !== 0 && body.code !== 500161)).toEqual([]);
  }
}, 180_000);

test('with a failing database no code is accepted twice and no accepted one is lost', async () => {
  const { table, client } = await database.tableNamed('faults');
  const { desk, token, seed } = await holderOn(table);
  const injected = injectFaults(client, chooser(7));
  let accepted = 0;
  for (let round = 0; round < 40; round += 1) {
    desk.wait(60_000);
    await desk.post('/voucher/seed', { handle: seed.handle }, { token });
    const code = shownBy(seed, desk.clock.at);
    const twins = [`a${round}`, `b${round}`];
    const answers = await Promise.all(twins.map(async (outBizNo) => {
      for (let i = 0; i < 6; i += 1) {
        const { body } = await scan(desk, code, { outBizNo });
        if (body.code === 0 || body.code === 500161) return body.code;
      }
      return undefined;
    }));
    expect(answers.filter((answer) => answer === 0)).toHaveLength(1);
    accepted += 1;
  }
  expect(accepted).toBe(40);
  for (const fault of ['throttled', 'lost answer'] as const) expect(injected.get(fault)).toBeGreaterThan(50);
}, 180_000);

test('an activation through a failing database ends with one voucher, whatever is retried (ACT-10)', async () => {
  for (let seed = 1; seed <= 10; seed += 1) {
    const { table, client } = await database.tableNamed(`activation-${seed}`);
    const desk = await openCity({ table });
    injectFaults(client, chooser(seed));
    const until200 = async (attempt: () => Promise<{ status: number; body: Record<string, unknown> }>) => {
      for (let i = 0; i < 30; i += 1) {
        const answer = await attempt();
        if (answer.status === 200) return answer;
      }
      throw new Error('never done');
    };
    const token = (await until200(() => desk.post('/session', { channel: 'weapp', code: 'ada', device: 'd'.repeat(32) }))).body['token'] as string;
    for (const step of Object.values(WEAPP_STEPS)) await until200(() => step(desk, token));
    const voucherId = await desk.vouchers.ofPerson('999999199003070012').catch(() => desk.vouchers.ofPerson('999999199003070012'));
    const events = await table.query({ pk: `V#${voucherId}`, prefix: 'EV#' }).catch(() => table.query({ pk: `V#${voucherId}`, prefix: 'EV#' }));
    expect(events.map(({ sk }) => sk)).toEqual(['EV#000000000001']);
  }
}, 180_000);

/** A table whose every call waits for the scheduler, so that fast-check chooses who comes first. */
function scheduled(table: Table, s: fc.Scheduler): Table {
  const late = <T>(name: string, act: () => Promise<T>) => s.schedule(Promise.resolve(), name).then(act);
  return {
    get: (key) => late('get', () => table.get(key)),
    query: (query) => late('query', () => table.query(query)),
    write: (puts) => late('write', () => table.write(puts)),
    count: (key, ttl) => late('count', () => table.count(key, ttl)),
  };
}

const switchable = (table: Table): { table: Table; use: (next: Table) => void } => {
  let current = table;
  return {
    table: { get: (key) => current.get(key), query: (query) => current.query(query), write: (puts) => current.write(puts), count: (key, ttl) => current.count(key, ttl) },
    use: (next) => void (current = next),
  };
};

test('in any order of three scans, one repeated scan and a seed for another phone, one scan at most is answered and none after the change', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), async (s) => {
      const memory = memoryTable();
      const switched = switchable(memory);
      const { desk, seed } = await holderOn(switched.table);
      const other = await signedIn(desk, { device: 'e'.repeat(32) });
      await desk.post('/voucher/unlock', { pin: PIN }, { token: other });
      const code = shownBy(seed, desk.clock.at);
      switched.use(scheduled(memory, s));
      let changed = false;
      const scanned = async (outBizNo: string) => {
        const afterChange = changed;
        return { outBizNo, afterChange, code: (await scan(desk, code, { outBizNo })).body.code };
      };
      const change = desk.post('/voucher/seed', {}, { token: other }).then(({ status }) => (changed = status === 200));
      const scans = ['a', 'b', 'c', 'a'].map(async (outBizNo) => {
        await s.schedule(Promise.resolve(), 'arrives');
        return scanned(outBizNo);
      });
      const results = await s.waitFor(Promise.all(scans));
      await s.waitFor(change);
      const answered = results.filter(({ code: c }) => c === 0);
      expect(new Set(answered.map(({ outBizNo }) => outBizNo)).size).toBeLessThanOrEqual(1);
      expect(answered.filter(({ afterChange }) => afterChange)).toEqual([]);
      expect((await s.waitFor(scan(desk, code, { outBizNo: 'late' }))).body.code).toBe(500160);
    }),
    { numRuns: 300 },
  );
}, 180_000);

test.each([1, 2])('a write of %i rows that was done but whose answer was lost is recognised as done', async (rows) => {
  const { table, client } = await database.tableNamed(`lost-${rows}`);
  const faults: Fault[] = ['lost answer'];
  injectFaults(client, () => faults.shift() ?? 'none');
  const puts = Array.from({ length: rows }, (_, i) => ({ row: { pk: 'V#1', sk: `ROW#${i}`, text: '张', nested: { list: [1, { a: 2 }] }, missing: undefined }, was: 'absent' as const }));
  await expect(table.write(puts)).resolves.toBeUndefined();
});
