import { isWeakPin } from '@yibao/shared';

/** A new PIN on its way: entered once, or being entered. */
export interface PinEntry {
  readonly first?: string;
  /** Why the last attempt came to nothing. */
  readonly fault?: 'weak' | 'different';
}

export interface Entered {
  readonly entry: PinEntry;
  /** The PIN that was entered the same way twice, to be sent. */
  readonly chosen?: string;
}

/** What six more digits lead to. An easily guessed PIN is refused before it has to be repeated. */
export function pinEntered({ first }: PinEntry, pin: string): Entered {
  if (first === undefined) return isWeakPin(pin) ? { entry: { fault: 'weak' } } : { entry: { first: pin } };
  return first === pin ? { entry: {}, chosen: pin } : { entry: { fault: 'different' } };
}
