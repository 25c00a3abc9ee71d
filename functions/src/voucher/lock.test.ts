import { Conflict } from '../aws/table';
import { idNumberIndexWith } from '../crypto/digest';
import { keysIn } from '../crypto/keys';
import { memoryTable } from '../testing/memory-table';
import { turningKeys } from '../testing/turning-keys';
import { lockIn, lockPuts, relockPuts } from './lock';

const ID_NUMBER = '999999199003070012';
const NOW = new Date('2026-11-22T02:00:00.000Z');

/** Two functions on one table at a rotation: the clock of one has not yet come to the new key. */
function atRotation() {
  const table = memoryTable();
  const ring = turningKeys();
  const early = keysIn(() => ({ table: 'yibao', generations: [{ keys: ring.keys.first, activeFrom: new Date(0) }] }), () => NOW);
  ring.turn();
  const of = (keys: typeof early) => ({
    read: () => lockIn(table, idNumberIndexWith(keys), ID_NUMBER),
    lock: async (lock: Awaited<ReturnType<typeof lockIn>>, voucherId: string) => table.write(lockPuts(lock, { voucherId, former: [] }, NOW)),
  });
  return { table, ring, early: of(early), late: of(ring.keys) };
}

test.each([
  ['the one with the old key', 'early', 'late'],
  ['the one with the new key', 'late', 'early'],
] as const)('of two functions that lock an ID number during a rotation only one succeeds, here %s (ACT-3)', async (_who, first, second) => {
  const world = atRotation();
  const [one, two] = [await world[first].read(), await world[second].read()];
  expect([one.voucherId, two.voucherId]).toEqual([undefined, undefined]);
  await world[first].lock(one, 'v1');
  await expect(world[second].lock(two, 'v2')).rejects.toBeInstanceOf(Conflict);
  expect((await world[second].read()).voucherId).toBe('v1');
  expect((await world[first].read()).voucherId).toBe('v1');
});

test('a lock made before a rotation is found after it, and moves to the new key while the old place ends', async () => {
  const { table, early, late, ring } = atRotation();
  await early.lock(await early.read(), 'v1');
  const found = await late.read();
  expect(found).toMatchObject({ voucherId: 'v1', former: [] });
  await table.write(relockPuts(found, NOW));
  const moved = await late.read();
  expect(moved.places.map(({ was }) => was)).toEqual([1, 2]);
  expect(relockPuts(moved, NOW)).toEqual([]);
  expect(await table.get(moved.places[1]!.key)).toMatchObject({ ttl: NOW.getTime() / 1000 + 86_400 });
  expect(await table.get(moved.places[0].key)).not.toHaveProperty('ttl');
  table.rows.delete(`${moved.places[1]!.key.pk}|LOCK`);
  ring.turn();
  expect((await late.read()).voucherId).toBe('v1');
});

test('the place of who left is found after any number of rotations, since nobody knows the number to move it; the next write ends it there', async () => {
  const { table, early, late, ring } = atRotation();
  await table.write(lockPuts(await early.read(), { former: ['v0'] }, NOW));
  ring.turn();
  ring.turn();
  const found = await late.read();
  expect(found).toMatchObject({ voucherId: undefined, former: ['v0'] });
  expect(relockPuts(found, NOW)).toEqual([]);
  await table.write(lockPuts(found, { voucherId: 'v1', former: found.former }, NOW));
  const rows = [...table.rows.values()];
  expect(rows.filter((row) => row['ttl'] === undefined)).toMatchObject([{ voucherId: 'v1', former: ['v0'] }]);
  expect(rows).toHaveLength(3);
});

test('where nobody has a voucher there is nothing to move', async () => {
  const { late } = atRotation();
  expect(relockPuts(await late.read(), NOW)).toEqual([]);
});
