import { clockJumped } from './clock-jump';

const before = { phone: 1_000_000, steady: 5_000 };

test.each([
  ['passing evenly', 600_000, 600_000, false],
  ['correcting itself by a few seconds', 603_000, 600_000, false],
  ['set forward', 700_000, 600_000, true],
  ['set back', 500_000, 600_000, true],
])('a phone’s clock %s', (_, phone, steady, jumped) => {
  expect(clockJumped(before, { phone: before.phone + phone, steady: before.steady + steady })).toBe(jumped);
});
