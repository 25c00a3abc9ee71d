import { Refusal, SECOND } from '@yibao/shared';
import type { Question, UpstreamNeeds } from './ask';

const TRIES = 3;
const BASE_MS = 200;
/** A further try begins no later than this after the first, so that its own patience ends within the Lambda's 15 seconds. */
const LATEST_MS = 3 * SECOND;

const isBusy = (error: unknown) => error instanceof Refusal && error.code === 'UPSTREAM_BUSY';

/**
 * Asks up to three times, with full jitter between (a random part of 200 ms, then of 400 ms): for tokens and queries, which change nothing.
 * Never for one-time codes and sends, which may have been done although the answer got lost. Each try builds its own question.
 */
export async function askAgain<A>(needs: UpstreamNeeds, upstream: Question['upstream'], attempt: () => Promise<A>): Promise<A> {
  const begun = needs.now().getTime();
  const mayRepeat = (tried: number, error: unknown) =>
    tried < TRIES && isBusy(error) && needs.now().getTime() - begun <= LATEST_MS && needs.breakers?.(upstream).isOpen() !== true;
  for (let tried = 1; ; tried += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!needs.again || !mayRepeat(tried, error)) throw error;
      await needs.again.sleep(Math.floor(needs.again.random() * BASE_MS * 2 ** (tried - 1)));
    }
  }
}
