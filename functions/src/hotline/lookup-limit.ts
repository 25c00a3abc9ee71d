import { type Clock, type Limit, limitsOf, lookUp, Refusal, SECOND, untilText } from '@yibao/shared';

export interface LookupCounts {
  /** Counts one more and gives the new count; forgotten after `ttl` (seconds since 1970). */
  count(operator: string, window: { readonly ms: number; readonly no: number; readonly ttl: number }): Promise<number>;
}

export interface LimitNeeds {
  readonly lookups: LookupCounts;
  readonly now: Clock;
}

const LIMITS = limitsOf(lookUp).filter(({ counting }) => counting === 'look-ups');

async function endOfWait(operator: string, { most, withinMs }: Limit, { lookups, now }: LimitNeeds): Promise<number> {
  const no = Math.floor(now().getTime() / withinMs);
  const end = (no + 1) * withinMs;
  const count = await lookups.count(operator, { ms: withinMs, no, ttl: Math.ceil(end / SECOND) });
  return count > most ? end : 0;
}

/** Counts every question about an ID number, whatever it is asked for, before it is answered. Throws LOOKUP_TOO_MANY. */
export async function countLookup(operator: string, needs: LimitNeeds): Promise<void> {
  const end = Math.max(...(await Promise.all(LIMITS.map((limit) => endOfWait(operator, limit, needs)))));
  if (end > 0) throw new Refusal('LOOKUP_TOO_MANY', { until: untilText(new Date(end), needs.now()) });
}
