import { CODE_STEP_SECONDS, type CodeMoment, CODES_PER_STEP, SECOND, stepAt } from '@yibao/shared';

/** The shortest time between two codes asked for by hand. */
export const REFRESH_MS = 3 * SECOND;

/** Which code is on the screen: a minute of the service's time and one of the four codes in it. */
export type Turn = CodeMoment;

/** The next minute's code is accepted already, and after it none of this minute's. */
const isStillGood = (shown: Turn, step: number) => shown.step === step || shown.step === step + 1;

/**
 * The turn at a moment: a new minute begins with its first code; within a minute the one that was shown stays.
 * It also stays when the clock was corrected to the minute before, so that no code comes back that may be used up.
 */
export function turnAt(serverNow: number, before: Turn | undefined): Turn {
  const step = stepAt(serverNow / SECOND);
  return before && isStillGood(before, step) ? before : { step, sequence: 0 };
}

export type RefreshNote = 'refreshed' | 'too-fast' | 'spent';

/** What asking for a new code by hand leads to. */
export function refreshOf(turn: Turn, sinceLastMs: number): { turn: Turn; note: RefreshNote } {
  if (sinceLastMs < REFRESH_MS) return { turn, note: 'too-fast' };
  if (turn.sequence + 1 >= CODES_PER_STEP) return { turn, note: 'spent' };
  return { turn: { ...turn, sequence: turn.sequence + 1 }, note: 'refreshed' };
}

/** Whole seconds of the minute that are left, 60 to 1. */
export const secondsLeft = (serverNow: number) => CODE_STEP_SECONDS - (Math.floor(serverNow / SECOND) % CODE_STEP_SECONDS);
