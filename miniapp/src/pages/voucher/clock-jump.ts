import { SECOND } from '@yibao/shared';

const TOLERANCE_MS = 30 * SECOND;

/** Both clocks read at the same moment. */
export interface Clocks {
  /** The phone's clock, which the person may set. */
  readonly phone: number;
  /** A clock that only ever passes. */
  readonly steady: number;
}

/** Whether somebody has set the phone's clock between two readings; a code made by it would not be accepted. */
export const clockJumped = (before: Clocks, now: Clocks) => Math.abs(now.phone - before.phone - (now.steady - before.steady)) > TOLERANCE_MS;
