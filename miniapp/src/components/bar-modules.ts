/** White modules before and after the bars (ISO/IEC 15417). */
export const BAR_QUIET = 10;

/** The widths of bars and spaces in turn, six for each of the symbols 0 to 105. */
const WIDTHS =
  '212222222122222221121223121322131222122213122312132212221213221312231212112232122132122231113222123122123221223211221132221231213212223112312131311222321122321221312212322112322211212123212321232121111323131123131321112313132113132311211313231113231311112133112331132131113123113321133121313121211331231131213113213311213131311123311321331121312113312311332111314111221411431111111224111422121124121421141122141221112214112412122114122411142112142211241211221114413111241112134111111242121142121241114212124112124211411212421112421211212141214121412121111143111341131141114113114311411113411311113141114131311141411131211412211214211232';
const STOP = '2331112';
const START_C = 105;
const SYMBOLS = 103;

/** Code set C: two digits to a symbol, then the one that checks them. */
function widthsOf(digits: string): string {
  const symbols = (digits.match(/../g) ?? []).map(Number);
  const check = symbols.reduce((sum, symbol, at) => sum + symbol * (at + 1), START_C) % SYMBOLS;
  return [START_C, ...symbols, check].map((symbol) => WIDTHS.slice(symbol * 6, symbol * 6 + 6)).join('') + STOP;
}

/** One row of the bar code (Code 128) of an even number of digits with its quiet zones, true where dark. */
export function barModules(digits: string): boolean[] {
  const bars = Array.from(widthsOf(digits), (width, at) => (at % 2 === 0 ? '1' : '0').repeat(Number(width))).join('');
  const quiet = '0'.repeat(BAR_QUIET);
  return Array.from(quiet + bars + quiet, (module) => module === '1');
}
