import { compared } from './kolmogorov-smirnov';

const range = (from: number, count: number) => Array.from({ length: count }, (_, i) => from + i);

test('samples of the same values are not told apart', () => {
  expect(compared(range(0, 200), range(0, 200))).toEqual({ distance: 0, p: 1 });
});

test('samples without a common value are as far apart as can be', () => {
  expect(compared(range(0, 100), range(1000, 100))).toMatchObject({ distance: 1, p: expect.closeTo(0, 10) });
});

test('the distance is that of the distribution functions, also with ties', () => {
  expect(compared([1, 1, 2, 2], [1, 2, 2, 2]).distance).toBeCloseTo(0.25, 10);
});

test('the critical values of the tables are where they should be', () => {
  const shifted = (by: number) => compared(range(0, 1000), range(by, 1000));
  // For two samples of 1000, 1.36·√(2/1000) = 0.0608 at five per cent and 1.63·√(2/1000) = 0.0729 at one.
  expect(shifted(61).p).toBeCloseTo(0.05, 2);
  expect(shifted(73).p).toBeCloseTo(0.01, 2);
  expect(shifted(30).p).toBeGreaterThan(0.5);
});
