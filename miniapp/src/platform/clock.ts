import { SECOND } from '@yibao/shared';

/** The phone's clock, milliseconds since 1970; the person may set it. */
export const phoneNow = () => Date.now();

/** More than this between two readings, or less than nothing, is somebody setting the clock: whoever counts time reads every second. */
const LEAP_MS = 30 * SECOND;

/** Counts only what passes of a clock that can be set; what leaps is left out. */
export function withoutLeaps(read: () => number): () => number {
  let last = read();
  let passed = 0;
  return () => {
    const now = read();
    const step = now - last;
    last = now;
    if (step > 0 && step <= LEAP_MS) passed += step;
    return passed;
  };
}

/** Milliseconds that only ever pass. The mini-program engines have no such clock: there it is made from the phone's. */
export const steadyNow = typeof performance === 'undefined' ? withoutLeaps(phoneNow) : () => performance.now();
