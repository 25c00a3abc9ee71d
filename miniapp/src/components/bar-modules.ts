import Code128C from 'jsbarcode/bin/barcodes/CODE128/CODE128C';

/** White modules before and after the bars (ISO/IEC 15417). */
export const BAR_QUIET = 10;

/** One row of the bar code with its quiet zones, true where dark. */
export function barModules(digits: string): boolean[] {
  const quiet = Array.from({ length: BAR_QUIET }, () => false);
  return [...quiet, ...Array.from(new Code128C(digits, {}).encode().data, (module) => module === '1'), ...quiet];
}
