import { type Clock, MINUTE, Refusal, SECOND } from '@yibao/shared';

/** Bad codes that one operator may scan in ten minutes before waiting: guessing must not pay. */
const GUESSES = 20;
const WINDOW_MS = 10 * MINUTE;

export interface Guesses {
  made(desk: string, window: number): Promise<number>;
  /** Counts one more; forgotten after `ttl` (seconds since 1970). */
  count(desk: string, window: number, ttl: number): Promise<number>;
}

export interface GuessNeeds {
  readonly guesses: Guesses;
  readonly now: Clock;
}

/** Runs a decoding; a bad code counts against the desk, and a desk with too many waits. Throws RATE_LIMITED. */
export async function guarded<T>(desk: string, decode: () => Promise<T>, { guesses, now }: GuessNeeds): Promise<T> {
  const at = now().getTime();
  const window = Math.floor(at / WINDOW_MS);
  const end = (window + 1) * WINDOW_MS;
  if ((await guesses.made(desk, window)) >= GUESSES) throw new Refusal('RATE_LIMITED', { seconds: Math.ceil((end - at) / SECOND) });
  try {
    return await decode();
  } catch (error) {
    if (error instanceof Refusal && error.code === 'CODE_NOT_VALID') await guesses.count(desk, window, Math.ceil(end / SECOND));
    throw error;
  }
}
