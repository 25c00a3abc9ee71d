import { type Clock, ecQuery, type LimitBy, limitsOf, Refusal, SECOND } from '@yibao/shared';

/** The desk at which codes are scanned; the operator's name is the institution's own. */
export interface ScanDesk {
  readonly orgId: string;
  readonly operatorId: string;
}

export interface Guesses {
  /** Bad codes in a window, by operator. */
  of(orgId: string, window: number): Promise<ReadonlyMap<string, number>>;
  /** Counts one more; forgotten after `ttl` (seconds since 1970). */
  count(desk: ScanDesk, window: number, ttl: number): Promise<number>;
}

export interface GuessNeeds {
  readonly guesses: Guesses;
  readonly now: Clock;
}

const mostBy = (by: LimitBy) => limitsOf(ecQuery).find((limit) => limit.by === by)!;
const OPERATOR = mostBy('operator');
const INSTITUTION = mostBy('institution');

const total = (made: ReadonlyMap<string, number>) => [...made.values()].reduce((sum, count) => sum + count, 0);

/** Runs a decoding; a bad code counts against operator and institution, and who has too many waits. Throws RATE_LIMITED. */
export async function guarded<T>(desk: ScanDesk, decode: () => Promise<T>, { guesses, now }: GuessNeeds): Promise<T> {
  const at = now().getTime();
  const window = Math.floor(at / OPERATOR.withinMs);
  const end = (window + 1) * OPERATOR.withinMs;
  const made = await guesses.of(desk.orgId, window);
  const isTooMany = (made.get(desk.operatorId) ?? 0) >= OPERATOR.most || total(made) >= INSTITUTION.most;
  if (isTooMany) throw new Refusal('RATE_LIMITED', { seconds: Math.ceil((end - at) / SECOND) });
  try {
    return await decode();
  } catch (error) {
    if (error instanceof Refusal && error.code === 'CODE_NOT_VALID') await guesses.count(desk, window, Math.ceil(end / SECOND));
    throw error;
  }
}
