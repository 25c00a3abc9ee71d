import { engine } from './crypto/choose-engine';
import { ASKINGS, type Asking, type City, cityWith } from './testing/askings';
import { memoryTable } from './testing/memory-table';
import { watchedTable } from './testing/watched-table';

const DOINGS = ['sm3', 'hmacSm3', 'encrypt', 'decrypt'] as const;

/** Counts every cryptographic operation of this process, sealed values and signatures included. */
function watchedCrypto() {
  const spies = [...DOINGS.map((name) => jest.spyOn(engine, name)), jest.spyOn(crypto.subtle, 'verify')];
  const counts = () => spies.map((spy) => spy.mock.calls.length);
  return { counts, names: [...DOINGS, 'verify'] };
}

afterEach(() => jest.restoreAllMocks());

/** What one question is answered, and all that is done for it: in the table, outside, and in cryptography. */
async function done(prepare: Asking['about'][string]) {
  const { watching, operations } = watchedTable(memoryTable());
  const city: City = await cityWith({ table: watching });
  const act = await prepare(city);
  const { counts, names } = watchedCrypto();
  const [from, calls, before] = [operations.length, city.desk.world.calls.length, counts()];
  const { status, body } = await act();
  const { requestId, holder, ...answer } = body;
  const crypto = Object.fromEntries(counts().map((count, i) => [names[i], count - before[i]!]));
  return { status, answer, crypto, table: operations.slice(from), outside: city.desk.world.calls.slice(calls) };
}

test.each(ASKINGS.map((asking) => [asking.what, asking] as const))('%s: same answer and same work, whatever it names', async (_what, { about, isDone = false }) => {
  const all = [];
  for (const prepare of Object.values(about)) {
    all.push(await done(prepare));
    jest.restoreAllMocks();
  }
  expect(all.length).toBeGreaterThan(1);
  expect(all[0]!.status === 200 && all[0]!.answer['code'] === undefined).toBe(isDone);
  expect(Object.values<number>(all[0]!.crypto).some((count) => count > 0)).toBe(true);
  for (const other of all.slice(1)) expect(other).toEqual(all[0]);
});
