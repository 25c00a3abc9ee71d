import { FREE, type Lines, QR_SYMBOL } from './qr-frame';

/** Both ways to read the same modules. */
export interface Modules {
  readonly rows: Lines;
  readonly columns: Lines;
}

interface Pattern {
  readonly rows: Lines;
  /** Left out where they are the same as the rows. */
  readonly columns?: Lines;
}

/** ISO/IEC 18004, table 10: twelve modules of each line, after which it begins again, and as many lines as differ. */
const PATTERNS: readonly Pattern[] = [
  { rows: [0b101010101010, 0b010101010101] },
  { rows: [0b111111111111, 0b000000000000], columns: [0b101010101010] },
  { rows: [0b100100100100], columns: [0b111111111111, 0b000000000000, 0b000000000000] },
  { rows: [0b100100100100, 0b001001001001, 0b010010010010] },
  { rows: [0b111000111000, 0b111000111000, 0b000111000111, 0b000111000111], columns: [0b110011001100, 0b110011001100, 0b110011001100, 0b001100110011, 0b001100110011, 0b001100110011] },
  { rows: [0b111111111111, 0b100000100000, 0b100100100100, 0b101010101010, 0b100100100100, 0b100000100000] },
  { rows: [0b111111111111, 0b111000111000, 0b110110110110, 0b101010101010, 0b101101101101, 0b100011100011] },
  { rows: [0b101010101010, 0b000111000111, 0b100011100011, 0b010101010101, 0b111000111000, 0b011100011100] },
];

const LINE = 2 ** QR_SYMBOL - 1;

const repeated = (twelve: number) => (twelve << 13) | (twelve << 1) | (twelve >>> 11);

const under = (lines: Lines, pattern: Lines) => lines.map((line, at) => line ^ (repeated(pattern[at % pattern.length]!) & FREE[at]!));

const turnedOver = ({ rows, columns }: Modules, pattern: Pattern): Modules => ({ rows: under(rows, pattern.rows), columns: under(columns, pattern.columns ?? pattern.rows) });

function ones(bits: number): number {
  if (bits === 0) return 0;
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return (((fours + (fours >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** Five or more equal modules across the lines: 3, and 1 for each beyond the fifth. */
function runs(lines: Lines): number {
  let [sum, before] = [0, 0];
  for (let at = 0; at + 4 < QR_SYMBOL; at += 1) {
    const [a, b, c, d, e] = [lines[at]!, lines[at + 1]!, lines[at + 2]!, lines[at + 3]!, lines[at + 4]!];
    const equal = ((a & b & c & d & e) | ~(a | b | c | d | e)) & LINE;
    sum += ones(equal) + 2 * ones(equal & ~before);
    before = equal;
  }
  return sum;
}

/** Two by two equal modules: 3. */
function blocks(rows: Lines): number {
  let sum = 0;
  for (let at = 0; at + 1 < QR_SYMBOL; at += 1) {
    const dark = rows[at]! & rows[at + 1]!;
    const light = ~(rows[at]! | rows[at + 1]!);
    sum += ones(((dark & (dark >>> 1)) | (light & (light >>> 1))) & (LINE >>> 1));
  }
  return 3 * sum;
}

/** Each 5 % (a twentieth) away from half dark beyond the first: 10. */
function imbalance(rows: Lines): number {
  const all = QR_SYMBOL ** 2;
  let dark = 0;
  for (const row of rows) dark += ones(row);
  return 10 * Math.ceil(Math.max(0, Math.abs(20 * dark - 10 * all) - all) / all);
}

/** What looks like an eye, 1:1:3:1:1 with four light modules on one side, across the lines: 40. */
function eyes(lines: Lines): number {
  const lightFrom = (at: number) => (at < 0 || at + 3 >= QR_SYMBOL ? 0 : ~(lines[at]! | lines[at + 1]! | lines[at + 2]! | lines[at + 3]!));
  let sum = 0;
  for (let at = 0; at + 6 < QR_SYMBOL; at += 1) {
    const eye = lines[at]! & ~lines[at + 1]! & lines[at + 2]! & lines[at + 3]! & lines[at + 4]! & ~lines[at + 5]! & lines[at + 6]!;
    if (eye) sum += ones(eye & lightFrom(at + 7)) + ones(eye & lightFrom(at - 4));
  }
  return 40 * sum;
}

/** How badly a figure reads; where it is worse than `limit` it does not matter how much. */
function penalty({ rows, columns }: Modules, limit: number): number {
  const first = runs(rows) + runs(columns) + blocks(rows);
  return first >= limit ? first : first + imbalance(rows) + eyes(rows) + eyes(columns);
}

/** The rows under the pattern with which they read best, and the number of that pattern. */
export function masked(modules: Modules): { readonly rows: Lines; readonly mask: number } {
  let best = { rows: modules.rows, mask: 0, penalty: Infinity };
  PATTERNS.forEach((pattern, mask) => {
    const figure = turnedOver(modules, pattern);
    const found = penalty(figure, best.penalty);
    if (found < best.penalty) best = { rows: figure.rows, mask, penalty: found };
  });
  return best;
}
