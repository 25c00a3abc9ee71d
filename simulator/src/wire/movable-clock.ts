import { later, type Clock } from '@yibao/shared';

/** A clock that can be ahead while some work is done. */
export interface MovableClock {
  readonly now: Clock;
  readonly ahead: <T>(ms: number, work: () => T) => T;
}

export function movableClock(real: Clock): MovableClock {
  let offset = 0;
  return {
    now: () => later(real(), offset),
    ahead(ms, work) {
      offset = ms;
      try {
        return work();
      } finally {
        offset = 0;
      }
    },
  };
}
