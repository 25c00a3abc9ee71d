import type { TicketKind } from '@yibao/shared';

/** With what a person is stuck, for the page on which a check by hand is asked for. */
export interface Stuck {
  readonly kind: TicketKind;
  readonly region?: string | undefined;
}

let stuck: Stuck | undefined;

export const keepStuck = (next: Stuck) => void (stuck = next);

export const stuckWith = () => stuck;
