import { clockJumped } from './clock-jump';

const before = { phone: 1_000_000, steady: 5_000 };

test.each([
  { how: 'passing evenly', passed: 600_000, jumped: false },
  { how: 'correcting itself by a few seconds', passed: 603_000, jumped: false },
  { how: 'set forward', passed: 700_000, jumped: true },
  { how: 'set back', passed: 500_000, jumped: true },
])('a phone’s clock $how in ten minutes: jumped is $jumped', ({ passed, jumped }) => {
  expect(clockJumped(before, { phone: before.phone + passed, steady: before.steady + 600_000 })).toBe(jumped);
});
