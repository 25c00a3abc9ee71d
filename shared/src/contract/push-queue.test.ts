import { PUSH_QUEUE, PUSH_RATES, restMs } from './push-queue';

/** The most that couriers send in a second who rest after each errand and need no time for it. */
const fastest = (perSecond: number) => (PUSH_QUEUE.couriers * 1000) / restMs(perSecond);

test.each([1, 3, 7, 10, 20, 33, 100, 1000])('couriers that rest stay below %s messages a second, and not far below', (rate) => {
  expect(fastest(rate)).toBeLessThanOrEqual(rate);
  expect(fastest(rate)).toBeGreaterThan(rate * 0.66);
});

test('a whole batch fits into a courier’s time although the platform is silent for 8 seconds about each errand', () => {
  for (const rate of Object.values(PUSH_RATES)) expect(PUSH_QUEUE.batchSize * (8000 + restMs(rate))).toBeLessThan(PUSH_QUEUE.timeoutSeconds * 1000);
});

test('an errand that failed comes again only when its courier has surely ended', () => {
  expect(PUSH_QUEUE.againSeconds).toBeGreaterThanOrEqual(6 * PUSH_QUEUE.timeoutSeconds);
});
