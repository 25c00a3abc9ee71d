import { seedAfter } from './card';

const given = {
  kept: false,
  handle: '0000000001',
  province: '37',
  seed: 'ab'.repeat(32),
  notAfter: '2026-11-25T08:00:00.000Z',
  serverTime: '2026-11-22T08:00:00.000Z',
} as const;
const phoneNow = Date.parse(given.serverTime) - 90_000;

test('a new seed is kept with how far the phone’s clock is off', () => {
  expect(seedAfter(given, undefined, phoneNow)).toMatchObject({ handle: given.handle, seed: given.seed, offsetMs: 90_000, heardAt: phoneNow });
});

test('a prolonged seed stays the same but for its end, its clock and the trust in that clock', () => {
  const before = { ...seedAfter(given, undefined, phoneNow)!, clockDoubted: true };
  const after = seedAfter({ kept: true, notAfter: '2026-11-26T08:00:00.000Z', serverTime: '2026-11-23T08:00:00.000Z' }, before, Date.parse('2026-11-23T08:00:00.000Z'));
  expect(after).toEqual({ ...before, notAfter: '2026-11-26T08:00:00.000Z', offsetMs: 0, heardAt: Date.parse('2026-11-23T08:00:00.000Z'), clockDoubted: false });
});

test('an answer that prolongs what this phone does not have gives no seed', () => {
  expect(seedAfter({ kept: true, notAfter: given.notAfter, serverTime: given.serverTime }, undefined, phoneNow)).toBeUndefined();
});
