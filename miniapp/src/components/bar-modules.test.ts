import fc from 'fast-check';
import { BAR_QUIET, barModules } from './bar-modules';
import { runsIn } from './svg-uri';

const START_C = 105;
const STOP = 106;
/** The widths of bars and spaces of the Code 128 symbols for 0–106 (ISO/IEC 15417), six to a symbol. */
const WIDTHS =
  '212222222122222221121223121322131222122213122312132212221213221312231212112232122132122231113222123122123221223211221132221231213212223112312131311222321122321221312212322112322211212123212321232121111323131123131321112313132113132311211313231113231311112133112331132131113123113321133121313121211331231131213113213311213131311123311321331121312113312311332111314111221411431111111224111422121124121421141122141221112214112412122114122411142112142211241211221114413111241112134111111242121142121241114212124112124211411212421112421211212141214121412121111143111341131141114113114311411113411311113141114131311141411131211412211214211232';
const symbolOf = new Map(Array.from({ length: 106 }, (_, value) => [WIDTHS.slice(value * 6, value * 6 + 6), value]));

/** Reads the bars as a scanner does; independent of the encoder. */
function scanned(row: readonly boolean[]): string {
  const widths = runsIn(row.slice(BAR_QUIET, -BAR_QUIET)).map(({ length }) => length).join('');
  const symbols = Array.from({ length: (widths.length - 7) / 6 }, (_, at) => symbolOf.get(widths.slice(at * 6, at * 6 + 6)) ?? -1);
  const [start, ...rest] = symbols;
  const check = rest.pop();
  const sum = rest.reduce((total, value, at) => total + value * (at + 1), START_C);
  if (start !== START_C || check !== sum % 103 || widths.slice(-7) !== '2331112') throw new Error(`unreadable, symbol ${STOP} missing or wrong check`);
  return rest.map((value) => String(value).padStart(2, '0')).join('');
}

test('the bars of any 28 digits read as those digits, with white before and after', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^424\d{25}$/), (digits) => {
      const row = barModules(digits);
      expect(row).toHaveLength(189 + 2 * BAR_QUIET);
      expect(scanned(row)).toBe(digits);
    }),
    { numRuns: 50 },
  );
});
