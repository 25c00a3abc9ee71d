import { withoutLeaps } from './clock';

const afterSteps = (...steps: number[]) => {
  let phone = 1_790_000_000_000;
  const steady = withoutLeaps(() => phone);
  return steps.map((step) => {
    phone += step;
    return steady();
  });
};

test('time passes as on the phone’s clock', () => {
  expect(afterSteps(1000, 1000, 500)).toEqual([1000, 2000, 2500]);
});

test.each([['back', -86_400_000], ['back a little', -5000], ['forward', 3_600_000]])('a clock that is set %s does not move it', (_, leap) => {
  expect(afterSteps(1000, leap, 1000)).toEqual([1000, 1000, 2000]);
});
