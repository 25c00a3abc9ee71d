import { MINUTE, PIN_FRESH_MS, type PinPolicy } from '@yibao/shared';
import type { Card, Seed } from '../../state/card';
import type { Display } from '../../state/display';

/** A clock set back by less than this is a phone correcting itself. */
const CLOCK_TOLERANCE_MS = MINUTE;

/**
 * What the page does when it opens: show the code at once without asking anybody, ask for the PIN, or ask the service first –
 * and, should the service not be reachable, which of the reasons to give.
 */
export type Stage =
  | { readonly kind: 'code' }
  | { readonly kind: 'pin' }
  | { readonly kind: 'service'; readonly because: 'first-time' | 'expired' | 'clock' };

type Times = Pick<Display, 'unlockedAt' | 'seenAt'>;

/** `always`: each entry of the PIN buys one showing. `after-15-minutes`: counted from when a code was last on the screen. */
export function isPinDue(policy: PinPolicy, { unlockedAt, seenAt }: Times, now: number): boolean {
  if (policy === 'never') return false;
  if (policy === 'always') return unlockedAt <= seenAt;
  return now - Math.max(unlockedAt, seenAt) >= PIN_FRESH_MS;
}

interface Known {
  readonly card: Card | undefined;
  readonly display: Display;
  /** The phone's clock. */
  readonly now: number;
}

const isClockDoubtful = ({ clockDoubted, heardAt }: Seed, { seenAt }: Times, now: number) => clockDoubted || now < Math.max(heardAt, seenAt) - CLOCK_TOLERANCE_MS;

export function stageOf({ card, display, now }: Known): Stage {
  if (!card?.seed || !card.voucher) return { kind: 'service', because: 'first-time' };
  const { offsetMs, notAfter } = card.seed;
  if (isClockDoubtful(card.seed, display, now)) return { kind: 'service', because: 'clock' };
  if (now + offsetMs >= new Date(notAfter).getTime()) return { kind: 'service', because: 'expired' };
  return isPinDue(card.voucher.pinPolicy, display, now) ? { kind: 'pin' } : { kind: 'code' };
}
