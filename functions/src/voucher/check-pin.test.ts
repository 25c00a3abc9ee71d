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
    async keepPin(row: PinRow) {
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

test('a PIN that is changed while it is judged stays changed', async () => {
  const world = afterRotation('old:280915', () => (world.stored.row = newPin('v1', 'new:135790')));
  await world.check('280915');
  expect(world.stored.row.hash).toBe('new:135790');
});
