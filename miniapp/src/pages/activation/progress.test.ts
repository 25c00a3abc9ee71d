import { progressOf } from './progress';

const underWay = { status: 'under-way', savedUntil: '2026-11-23T08:00:00.000Z', voucherExists: false } as const;

test.each([
  { channel: 'weapp', step: 'identity', at: 2, of: 6 },
  { channel: 'weapp', step: 'pin', at: 6, of: 6 },
  { channel: 'alipay', step: 'face', at: 2, of: 5 },
  { channel: 'alipay', step: 'phone', at: 4, of: 5 },
] as const)('in $channel, $step is step $at of $of (ACT-1, ACT-2)', ({ channel, step, at, of }) => {
  expect(progressOf({ ...underWay, step }, channel)).toEqual({ step, at, of });
});

test('what has not begun stands before its first step', () => {
  expect(progressOf({ status: 'none' }, 'weapp')).toEqual({ step: 'agreement', at: 1, of: 6 });
});
