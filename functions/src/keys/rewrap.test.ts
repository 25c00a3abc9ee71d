import { HOUR, later, MINUTE } from '@yibao/shared';
import { kmsWrapper } from '../aws/kms-wrapper';
import { Conflict } from '../aws/table';
import { sealerWith } from '../crypto/sealer';
import { memoryKms } from '../testing/memory-kms';
import { memoryTable } from '../testing/memory-table';
import { keyRowsIn } from './key-rows';
import { keyringOf } from './keyring';
import type { KeyProvider, KeyWrapper } from './provider';
import { finishMove, rewrap } from './rewrap';
import { rotate } from './rotate';

const PLACE = { pk: 'V#1', sk: 'VOUCHER', attribute: 'name' };

/** Two keys of keys in services of their own, so that neither opens what the other wrapped, and a table with `count` data keys under the first. */
async function world(count = 3) {
  const table = memoryTable();
  const clock = { at: new Date('2026-11-22T02:00:00.000Z') };
  const [oldKms, newKms] = [memoryKms(), memoryKms()];
  const [from, to] = [kmsWrapper('arn:old', oldKms), kmsWrapper('arn:new', newKms)];
  const rows = keyRowsIn(table);
  const ringWith = (provider: KeyProvider) => keyringOf({ rows, provider: () => Promise.resolve(provider), tableName: 'yibao', now: () => clock.at });
  const needs = { rows, provider: () => Promise.resolve(from), tableName: 'yibao', now: () => clock.at };
  await ringWith(from).refresh();
  for (let made = 1; made < count; made += 1) await rotate(needs);
  clock.at = later(clock.at, HOUR);
  const done: string[] = [];
  const moving = { rows, onKey: (id: string) => void done.push(id) };
  const opensWith = async (provider: KeyProvider) => {
    const ring = ringWith(provider);
    await ring.refresh();
    return ring;
  };
  const now = () => clock.at;
  return { table, clock, now, rows, from, to, oldKms, newKms, needs, done, moving, opensWith };
}

const denied = Object.assign(new Error('denied'), { name: 'AccessDeniedException' });

test('data keys move to another key of keys without a moment in which functions cannot open them, and the old one may then be denied (CODE-4)', async () => {
  const { rows, from, to, oldKms, done, moving, now, opensWith, needs } = await world();
  const sealed = sealerWith(await opensWith(from)).seal('张三', PLACE);
  await rewrap({ from, to }, moving);
  expect(done).toEqual(['k1', 'k2', 'k3']);
  for (const provider of [from, to]) expect(sealerWith(await opensWith(provider)).open(sealed, PLACE)).toBe('张三');
  await finishMove(to, moving, now);
  oldKms.fail = denied;
  const ring = await opensWith(to);
  expect(sealerWith(ring).open(sealed, PLACE)).toBe('张三');
  expect((await rows.all()).map(({ nextKey, nextWrapped, movedAt }) => ({ nextKey, nextWrapped, movedAt }))).toEqual(Array.from({ length: 3 }, () => ({ movedAt: now().toISOString() })));
  await expect(opensWith(from)).rejects.toThrow('AccessDenied');
  expect(await rotate({ ...needs, provider: () => Promise.resolve(to) })).toMatchObject({ id: 'k4' });
});

test('each key is asked back from the new key of keys before it counts', async () => {
  const { table, from, to, moving } = await world();
  const before = new Map(table.rows);
  const another: KeyWrapper = { ...to, unwrap: () => Promise.resolve(Buffer.alloc(32)) };
  await expect(rewrap({ from, to: another }, moving)).rejects.toThrow('k1 came back as another key');
  expect(table.rows).toEqual(before);
});

test('an interrupted move goes on where it was; meanwhile it cannot be finished, and functions open everything by the old key of keys', async () => {
  const { rows, from, to, newKms, done, moving, now, opensWith } = await world();
  let calls = 0;
  const failing: KeyWrapper = { ...to, wrap: (key, name) => ((calls += 1) > 2 ? Promise.reject(new Error('no network')) : to.wrap(key, name)) };
  await expect(rewrap({ from, to: failing }, moving)).rejects.toThrow('no network');
  expect(done).toEqual(['k1', 'k2']);
  const before = await rows.all();
  await expect(finishMove(to, moving, now)).rejects.toThrow(expect.objectContaining({ name: 'MoveRefused', message: expect.stringContaining('k3') }));
  expect(await rows.all()).toEqual(before);
  await opensWith(from);
  const asked = newKms.asked.length;
  await rewrap({ from, to }, moving);
  expect(done).toEqual(['k1', 'k2', 'k3']);
  expect(newKms.asked.length - asked).toBe(2);
});

test('an interrupted finish goes on where it was, and everything opens meanwhile', async () => {
  const { rows, from, to, moving, now, opensWith } = await world();
  await rewrap({ from, to }, moving);
  let changes = 0;
  const failing = { ...moving, rows: { ...rows, change: (row: Parameters<typeof rows.change>[0]) => ((changes += 1) > 1 ? Promise.reject(new Error('no network')) : rows.change(row)) } };
  await expect(finishMove(to, failing, now)).rejects.toThrow('no network');
  await opensWith(to);
  await finishMove(to, moving, now);
  expect((await rows.all()).every(({ nextKey }) => nextKey === undefined)).toBe(true);
  await opensWith(to);
});

test('a key that is made while the keys move is moved too, or not made', async () => {
  const { rows, from, to, needs, moving, opensWith } = await world(1);
  let made: unknown;
  const disturbed: KeyWrapper = {
    ...to,
    async wrap(key, name) {
      made ??= (await rotate(needs)) ?? 'refused';
      return to.wrap(key, name);
    },
  };
  await rewrap({ from, to: disturbed }, moving);
  expect(made).toMatchObject({ id: 'k2' });
  expect((await rows.all()).map(({ nextKey }) => nextKey)).toEqual(['arn:new', 'arn:new']);
  expect(await rotate(needs)).toBeUndefined();
  await opensWith(to);
});

test('a rotation that read the keys before the move does not write behind it', async () => {
  const { rows, from, to, needs, moving } = await world(1);
  const slow = { ...needs, provider: async () => (await rewrap({ from, to }, moving), from) };
  expect(await rotate(slow)).toBeUndefined();
  expect((await rows.all()).map(({ id }) => id)).toEqual(['k1']);
});

test.each<[string, (at: Awaited<ReturnType<typeof world>>) => Promise<unknown>, string]>([
  ['to where they are', ({ from, moving }) => rewrap({ from, to: from }, moving), '已经在用'],
  ['to a third place before the move is finished', async ({ from, to, moving }) => (await rewrap({ from, to }, moving), rewrap({ from, to: kmsWrapper('arn:third', memoryKms()) }, moving)), 'arn:new'],
  ['to their end where none was begun', ({ to, moving, now }) => finishMove(to, moving, now), '没有进行中'],
  ['to their end by the old key of keys, which would take the new one’s away', async ({ from, to, moving, now }) => (await rewrap({ from, to }, moving), finishMove(from, moving, now)), '先用新的 KEY_PROVIDER'],
])('keys do not move %s', async (_what, act, sentence) => {
  const at = await world();
  await expect(act(at)).rejects.toThrow(expect.objectContaining({ name: 'MoveRefused', message: expect.stringContaining(sentence) }));
});

test('of two moves at once both end, and each key is moved once', async () => {
  const { rows, from, to, moving, opensWith } = await world();
  const ended = await Promise.allSettled([rewrap({ from, to }, moving), rewrap({ from, to }, moving)]);
  for (const one of ended) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(Conflict);
  expect((await rows.all()).map(({ nextKey }) => nextKey)).toEqual(['arn:new', 'arn:new', 'arn:new']);
  await opensWith(to);
});

describe('an opened data key', () => {
  test('is kept for an hour, asked of KMS once, and then asked again', async () => {
    const { clock, from, oldKms, opensWith } = await world(1);
    const ring = await opensWith(from);
    const asked = oldKms.asked.length;
    for (let passed = 0; passed < 55; passed += 5) {
      clock.at = later(clock.at, 5 * MINUTE);
      await ring.refresh();
    }
    expect(oldKms.asked.length).toBe(asked);
    clock.at = later(clock.at, 5 * MINUTE);
    await ring.refresh();
    expect(oldKms.asked.length).toBe(asked + 1);
  });

  test('serves on while KMS cannot be reached, and is forgotten as soon as KMS refuses it', async () => {
    const { clock, from, oldKms, opensWith } = await world(1);
    const ring = await opensWith(from);
    clock.at = later(clock.at, HOUR);
    oldKms.fail = Object.assign(new Error('slower'), { name: 'ThrottlingException' });
    await ring.refresh();
    expect(ring.id).toBe('k1');
    clock.at = later(clock.at, 5 * MINUTE);
    oldKms.fail = denied;
    await expect(ring.refresh()).rejects.toThrow(expect.objectContaining({ name: 'KeyRefused' }));
    expect(() => ring.id).toThrow('not read yet');
    await expect(ring.refresh()).rejects.toThrow('AccessDenied');
    oldKms.fail = undefined;
    await ring.refresh();
    expect(ring.id).toBe('k1');
  });
});
