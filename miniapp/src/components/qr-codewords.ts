/** Version 2, level H (ISO/IEC 18004, tables 7 and 9): one block of 16 codewords of data and 28 for the correction of errors. */
const DATA = 16;
/** Annex A: the powers of 2 that are the coefficients of (x − 2⁰)(x − 2¹)…(x − 2²⁷), highest power of x first, without its first. */
const GENERATOR = [168, 223, 200, 104, 224, 234, 108, 180, 110, 190, 195, 147, 205, 27, 232, 201, 21, 43, 245, 87, 42, 195, 212, 119, 242, 37, 9, 123];
const NUMERIC = 0b0001;
const PADDING = [0b11101100, 0b00010001];

/** The powers of 2 in GF(2⁸) with x⁸ + x⁴ + x³ + x² + 1. */
const POWERS = 255;
function field(): { readonly powers: readonly number[]; readonly exponents: readonly number[] } {
  const [powers, exponents]: [number[], number[]] = [[], []];
  for (let exponent = 0, power = 1; exponent < POWERS; exponent += 1) {
    powers.push(power);
    exponents[power] = exponent;
    power = power < 128 ? power << 1 : (power << 1) ^ 0b100011101;
  }
  return { powers, exponents };
}

/** What is left when the data is divided by the generator. */
function correctionOf(data: readonly number[]): number[] {
  const { powers, exponents } = field();
  const rest = GENERATOR.map(() => 0);
  for (const word of data) {
    const first = word ^ rest.shift()!;
    rest.push(0);
    if (first === 0) continue;
    const exponent = exponents[first]!;
    for (let at = 0; at < rest.length; at += 1) rest[at]! ^= powers[(GENERATOR[at]! + exponent) % POWERS]!;
  }
  return rest;
}

const binary = (value: number, width: number) => value.toString(2).padStart(width, '0');

/** Three digits take ten bits, two take seven, one takes four. */
const numeric = (digits: string) => (digits.match(/\d{1,3}/g) ?? []).map((group) => binary(Number(group), group.length * 3 + 1)).join('');

function dataOf(digits: string): number[] {
  const bits = binary(NUMERIC, 4) + binary(digits.length, 10) + numeric(digits) + '0000';
  const words = (bits.match(/.{1,8}/g) ?? []).map((word) => parseInt(word.padEnd(8, '0'), 2));
  return Array.from({ length: DATA }, (_, at) => words[at] ?? PADDING[(at - words.length) % 2]!);
}

/** What a QR figure of version 2, level H says: digits, at most 34, with what corrects errors of reading. */
export function codewordsOf(digits: string): readonly number[] {
  const data = dataOf(digits);
  return data.concat(correctionOf(data));
}
