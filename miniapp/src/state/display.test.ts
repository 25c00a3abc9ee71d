import { HOUR } from '@yibao/shared';
import { display, forgetTimesToCome } from './display';

jest.mock('../platform/storage', () => ({ shelf: { read: async () => undefined, write: async () => undefined, remove: async () => undefined } }));

const NOW = 1_790_000_000_000;

test.each([
  ['an hour ago', NOW - HOUR, NOW - HOUR],
  ['a moment from now, by a clock that corrected itself', NOW + 1000, NOW + 1000],
  ['an hour from now, by a clock that was set back', NOW + HOUR, 0],
])('a code that was seen %s', async (_when, seenAt, kept) => {
  await display.set({ unlockedAt: seenAt, seenAt, wrongTries: 2 });
  await forgetTimesToCome(NOW);
  expect(display.get()).toEqual({ unlockedAt: kept, seenAt: kept, wrongTries: 2 });
});
