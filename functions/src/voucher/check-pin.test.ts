import type { Refusal } from '@yibao/shared';
import { Conflict } from '../aws/table';
import type { PinHasher } from '../crypto/pin-hash';
import { checkPin } from './check-pin';
import { newPin, type PinRow } from './pin-row';

/** A voucher's PIN in a variable, and a hasher whose pepper was changed from `old` to `new`. */
function afterRotation(hash: string, meanwhile: () => void = () => {}) {
  const stored: { row: PinRow; version: number } = { row: newPin('v1', hash), version: 1 };
  const pinHasher: PinHasher = {
    hash: async (pin) => `new:${pin}`,
    async matches(pin, _voucherId, found) {
      meanwhile();
      return found === `old:${pin}` || found === `new:${pin}`;
    },
    isOld: (found) => found.startsWith('old:'),
  };
  const vouchers = {
    pinOf: async () => ({ ...stored.row, version: stored.version }),
    async keepPin(row: PinRow, was: number) {
      if (was !== stored.version) throw new Conflict(undefined);
      stored.row = row;
      stored.version += 1;
    },
  };
  const needs = { vouchers, pinHasher, trail: { telling: async () => [] }, now: () => new Date('2026-11-22T02:00:00.000Z') };
  return { stored, check: (pin: string) => checkPin({ voucherId: 'v1', pin, by: { account: 'a', channel: 'weapp' } }, needs) };
}

test('a right PIN on an older pepper is kept with the newest, its tries forgiven', async () => {
  const { stored, check } = afterRotation('old:280915');
  await check('280915');
  expect(stored.row).toEqual(newPin('v1', 'new:280915'));
});

test('a wrong PIN leaves the older hash as it is', async () => {
  const { stored, check } = afterRotation('old:280915');
  await expect(check('280916')).rejects.toMatchObject({ code: 'PIN_WRONG' });
  expect(stored.row).toMatchObject({ hash: 'old:280915', tries: 1 });
});

test('a PIN that is changed while it is judged stays changed, and is what the try is judged by', async () => {
  let isChanged = false;
  const world = afterRotation('old:280915', () => {
    if (!isChanged) Object.assign(world.stored, { row: newPin('v1', 'new:135790'), version: 2 });
    isChanged = true;
  });
  await expect(world.check('280915')).rejects.toMatchObject({ code: 'PIN_WRONG' });
  expect(world.stored.row).toMatchObject({ hash: 'new:135790', tries: 1 });
});

test('a PIN is judged once, however often others write in between', async () => {
  let judged = 0;
  const world = afterRotation('new:280915', () => {
    judged += 1;
    world.stored.version += 1;
  });
  await world.check('280915');
  expect(judged).toBe(1);
});

test('the last wrong try, its lock and the entry that tells of it are one write: where the entry cannot be written nothing is counted and nothing said', async () => {
  const writes: unknown[] = [];
  const stored = { ...newPin('v1', 'new:280915'), tries: 4, version: 7 };
  const entry = { row: { pk: 'V#v1', sk: 'EV#000000000002' }, was: 'absent' as const };
  const needs = (telling: () => Promise<readonly (typeof entry)[]>) => ({
    vouchers: { pinOf: async () => stored, keepPin: async (...written: unknown[]) => void writes.push(written) },
    pinHasher: { hash: async () => '', matches: async () => false, isOld: () => false },
    trail: { telling },
    now: () => new Date('2026-11-22T02:00:00.000Z'),
  });
  const guess = { voucherId: 'v1', pin: '111111', by: { account: 'a', channel: 'weapp' as const } };
  await expect(checkPin(guess, needs(() => Promise.reject(new Error('no database'))))).rejects.toThrow('no database');
  expect(writes).toEqual([]);
  await expect(checkPin(guess, needs(async () => [entry]))).rejects.toMatchObject({ code: 'PIN_LOCKED' });
  expect(writes).toEqual([[expect.objectContaining({ tries: 5, locks: 1, lockedUntil: '2026-11-22T02:15:00.000Z' }), 7, [entry]]]);
});

test('while locked, right and wrong are refused alike, by answer, work and count: nothing is hashed and nothing written, until the very moment', async () => {
  const until = '2026-11-22T02:15:00.000Z';
  const stored = { ...newPin('v1', 'new:280915'), tries: 5, locks: 1, lockedUntil: until, version: 7 };
  const done: string[] = [];
  const world = (now: Date) => ({
    vouchers: { pinOf: async () => stored, keepPin: async () => void done.push('written') },
    pinHasher: { hash: async () => '', matches: async (pin: string) => (done.push('hashed'), pin === '280915'), isOld: () => false },
    trail: { telling: async () => [] },
    now: () => now,
  });
  const told = async (pin: string, now: Date) =>
    checkPin({ voucherId: 'v1', pin, by: { account: 'a', channel: 'weapp' } }, world(now)).then(() => 'opened', (error: unknown) => ({ code: (error as Refusal).code, details: (error as Refusal).details }));
  const before = new Date(Date.parse(until) - 1);
  expect(await told('280915', before)).toEqual({ code: 'PIN_LOCKED', details: { until: '10:15' } });
  expect(await told('746281', before)).toEqual(await told('280915', before));
  expect(done).toEqual([]);
  expect(await told('746281', new Date(until))).toEqual({ code: 'PIN_WRONG', details: { left: 4 } });
  expect(await told('280915', new Date(until))).toBe('opened');
});
