import type { Clock } from '@yibao/shared';
import type { Put } from '../aws/table';
import { end } from './own-sessions';
import { isLive } from './session';
import type { Sessions } from './store';

interface Needs {
  readonly sessions: Pick<Sessions, 'of' | 'read' | 'keep' | 'ending'>;
  readonly now: Clock;
}

/** How sessions end with something else. */
export const sessionEndings = (needs: Needs) => ({
  /**
   * Rows that end the live sessions of these accounts, at most so many, to be written with what they end with. Whoever signed in on more
   * devices than that has the rest of them ended at once: should the write fail, nothing is open that should not be.
   */
  async ending(accounts: readonly string[], most: number): Promise<readonly Put[]> {
    const { sessions, now } = needs;
    const live = (await sessions.of(accounts)).filter((session) => isLive(session, now()));
    await Promise.all(live.slice(most).map(({ id }) => end(id, needs)));
    return live.slice(0, most).map((session) => sessions.ending(session, now()));
  },
});
