import type { Clock } from '@yibao/shared';
import { Conflict } from '../aws/table';
import type { Citizen } from '../http/call';
import { isLive, liveStepUps, seen } from './session';
import type { Sessions } from './store';

/** Recognises a citizen by the session token: the door of every room that serves citizens. Notes now and then that the session is in use. */
export const citizensBy = (sessions: Pick<Sessions, 'idOf' | 'read' | 'keep'>, now: Clock) => ({
  async read(token: string): Promise<Citizen | undefined> {
    const found = await sessions.read(sessions.idOf(token));
    if (!found || !isLive(found, now())) return undefined;
    const { version, ...session } = found;
    const next = seen(session, now());
    if (next) await sessions.keep(next, version).catch(ignoreConflict);
    const { id, account, channel, openId, device } = session;
    return { kind: 'citizen', session: id, account, channel, openId, device, steppedUp: liveStepUps(session, now()).map(({ action }) => action) };
  },
});

/** Another request noted it first. */
function ignoreConflict(error: unknown): void {
  if (!(error instanceof Conflict)) throw error;
}
