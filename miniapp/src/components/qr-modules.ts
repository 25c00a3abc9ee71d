import { codewordsOf } from './qr-codewords';
import { FRAME, FREE, type Lines, moduleAt, QR_SYMBOL } from './qr-frame';
import { masked, type Modules } from './qr-mask';

/** White modules around the figure. */
export const QR_QUIET = 4;
export const QR_SIDE = QR_SYMBOL + 2 * QR_QUIET;

/** The right one of each two columns that the data runs through, up and down in turn. */
const RIGHTS = [24, 22, 20, 18, 16, 14, 12, 10, 8, 5, 3, 1];

const isDark = (words: readonly number[], bit: number) => (((words[bit >>> 3] ?? 0) >>> (7 - (bit & 7))) & 1) === 1;

/** The frame with the data on it. */
function filled(words: readonly number[]): Modules {
  const [rows, columns] = [FRAME.slice(), FRAME.slice()];
  let bit = 0;
  for (let step = 0; step < RIGHTS.length * QR_SYMBOL * 2; step += 1) {
    const turn = Math.floor(step / 2 / QR_SYMBOL);
    const along = (step >>> 1) % QR_SYMBOL;
    const x = RIGHTS[turn]! - (step & 1);
    const y = turn % 2 === 0 ? QR_SYMBOL - 1 - along : along;
    if ((FREE[y]! & moduleAt(x)) === 0) continue;
    if (isDark(words, bit)) {
      rows[y]! |= moduleAt(x);
      columns[x]! |= moduleAt(y);
    }
    bit += 1;
  }
  return { rows, columns };
}

const LEVEL_H = 0b10;

/** Level and mask with ten bits that correct them (ISO/IEC 18004, annex C). */
function formatOf(mask: number): number {
  const said = (LEVEL_H << 3) | mask;
  let rest = said;
  for (let bit = 0; bit < 10; bit += 1) rest = (rest << 1) ^ ((rest >>> 9) * 0b10100110111);
  return ((said << 10) | rest) ^ 0b101010000010010;
}

/** Where each bit of the format stands, the lowest first: around the eye above on the left, and along the other two. */
const FORMAT_PLACES: readonly (readonly (readonly [x: number, y: number])[])[] = [
  [[8, 0], [8, 1], [8, 2], [8, 3], [8, 4], [8, 5], [8, 7], [8, 8], [7, 8], [5, 8], [4, 8], [3, 8], [2, 8], [1, 8], [0, 8]],
  [[24, 8], [23, 8], [22, 8], [21, 8], [20, 8], [19, 8], [18, 8], [17, 8], [8, 18], [8, 19], [8, 20], [8, 21], [8, 22], [8, 23], [8, 24]],
];
const ALWAYS_DARK = { x: 8, y: 17 };

function formatted(rows: Lines, mask: number): Lines {
  const format = formatOf(mask);
  const lines = rows.slice();
  for (const places of FORMAT_PLACES) places.forEach(([x, y], bit) => (lines[y]! |= (format >>> bit) & 1 ? moduleAt(x) : 0));
  lines[ALWAYS_DARK.y]! |= moduleAt(ALWAYS_DARK.x);
  return lines;
}

const quiet = (length: number) => Array.from({ length }, () => false);

/**
 * Rows of the QR figure with its quiet zone, true where dark. Always version 2, level H: the size that scanners at counters are set up for, enough for
 * 34 digits. An encoder of every size costs each launch several times as much (journeys/size).
 */
export function qrModules(digits: string): boolean[][] {
  const { rows, mask } = masked(filled(codewordsOf(digits)));
  const border = quiet(QR_QUIET);
  const symbol = formatted(rows, mask).map((row) => border.concat(Array.from({ length: QR_SYMBOL }, (_, x) => (row & moduleAt(x)) !== 0), border));
  const edge = Array.from(border, () => quiet(QR_SIDE));
  return edge.concat(symbol, edge);
}
