import { SECOND, later, type Clock } from '@yibao/shared';

/** Failures in a row after which an upstream counts as dead. */
const FAILURES = 5;
/** How long it is left alone before one question tries it again. */
const PAUSE_MS = 20 * SECOND;

/** Keeps a dead upstream from holding everybody up: while it is open, nobody asks. */
export interface Breaker {
  /** Whether to ask now. After the pause it lets one question through and waits for how that ends. */
  lets(): boolean;
  isOpen(): boolean;
  succeeded(): void;
  failed(): void;
}

function breaker(now: Clock): Breaker {
  let inARow = 0;
  let closedUntil: Date | undefined;
  return {
    isOpen: () => closedUntil !== undefined,
    lets() {
      if (closedUntil === undefined) return true;
      if (now() < closedUntil) return false;
      // the others wait until the one that tries is back, or for another pause if it never comes back
      closedUntil = later(now(), PAUSE_MS);
      return true;
    },
    succeeded() {
      inARow = 0;
      closedUntil = undefined;
    },
    failed() {
      inARow += 1;
      if (inARow >= FAILURES) closedUntil = later(now(), PAUSE_MS);
    },
  };
}

export type Breakers = (upstream: string) => Breaker;

/** A breaker for each upstream, in the memory of this instance. */
export function breakersWith(now: Clock): Breakers {
  const all = new Map<string, Breaker>();
  return (upstream) => {
    const found = all.get(upstream) ?? breaker(now);
    all.set(upstream, found);
    return found;
  };
}
