import { progressOf } from './progress';

const underWay = { status: 'under-way', savedUntil: '2026-11-23T08:00:00.000Z', voucherExists: false } as const;

test.each([
  ['weapp', 'identity', 2, 6],
  ['weapp', 'pin', 6, 6],
  ['alipay', 'face', 2, 5],
  ['alipay', 'phone', 4, 5],
] as const)('in %s, %s is step %i of %i (ACT-1, ACT-2)', (channel, step, at, of) => {
  expect(progressOf({ ...underWay, step }, channel)).toEqual({ step, at, of });
});

test('what has not begun stands before its first step', () => {
  expect(progressOf({ status: 'none' }, 'weapp')).toEqual({ step: 'agreement', at: 1, of: 6 });
});
