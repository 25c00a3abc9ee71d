import vectors from './code.vectors.json';
import { bytesOfHex, codeAt, momentOf, partsOf, stepAt } from './code';
import { sm3Otp } from './otp';
import { sm3Hex } from './sm3';

const keyOf = ({ seedHex, handle, province }: { seedHex: string; handle: string; province: string }) => ({ seed: bytesOfHex(seedHex), handle, province });

test.each([
  ['abc', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
  ['abcd'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
])('SM3 of %s is the digest of GB/T 32905 (CODE-4)', (text, hash) => {
  expect(sm3Hex(new TextEncoder().encode(text))).toBe(hash);
});

test.each(vectors.gmt0021.cases)('SM3 one-time password $otp is that of GM/T 0021', ({ seedHex, T, C, Q, digits, otp }) => {
  expect(sm3Otp({ seed: bytesOfHex(seedHex), time: T, event: C, challenge: Q, digits })).toBe(otp);
});

test.each(vectors.codes)('the code of handle $handle at $unixTime, sequence $seq is $code (CODE-1)', (vector) => {
  expect(codeAt(keyOf(vector), { step: stepAt(vector.unixTime), sequence: vector.seq })).toBe(vector.code);
});

test.each([-60, -1, 0, 59, 60])('a code is recognised when the clocks differ by %i seconds', (skew) => {
  const vector = vectors.codes[0]!;
  const { otp } = partsOf(vector.code)!;
  expect(momentOf(keyOf(vector), otp, vector.unixTime + skew)).toEqual({ step: stepAt(vector.unixTime), sequence: 0 });
});

test.each([-180, -61, 120, 180])('a code is not recognised when the clocks differ by %i seconds', (skew) => {
  const vector = vectors.codes[0]!;
  expect(momentOf(keyOf(vector), partsOf(vector.code)!.otp, vector.unixTime + skew)).toBeUndefined();
});

test.each(['', '424', '4240000000001754825640370001', '1340000000001754825640370000', '42400000000017548256403700000', '424000000000175482564037000', 'opc0000000001754825640370000', '４２４0000000001754825640370000', '4240000000001754825640370000 '])(
  '%p is no voucher code',
  (text) => {
    expect(partsOf(text)).toBeUndefined();
  },
);
