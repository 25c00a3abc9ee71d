import { Yuan } from './money';

test.each([
  ['123.45', 12_345],
  ['0.1', 10],
  ['80', 8000],
  [22.95, 2295],
  [0, 0],
  ['9999999999.99', 999_999_999_999],
  ['0.07', 7],
])('%j yuan are %d fen', (yuan, fen) => {
  expect(Yuan.parse(yuan)).toBe(fen);
});

test.each(['1.234', '-1', '1e3', '', ' 1', '1,000', 'NaN', null, 0.1 + 0.2, 12_345_678_901])('%j is no amount', (yuan) => {
  expect(Yuan.safeParse(yuan).success).toBe(false);
});
