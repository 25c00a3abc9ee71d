import type { Clock } from '@yibao/shared';
import { Conflict } from '../aws/table';
import type { Citizen } from '../http/call';
import type { TokenFault } from '../token-fault';
import { liveStepUps, overBy, seen } from './session';
import type { Sessions } from './store';

/** Recognises a citizen by token and device: the door of every room that serves citizens. Notes now and then that the session is in use. */
export const citizensBy = (sessions: Pick<Sessions, 'idOf' | 'read' | 'keep'>, now: Clock) => ({
  async read(token: string, from: string | undefined): Promise<Citizen | TokenFault> {
    const found = await sessions.read(sessions.idOf(token));
    if (!found) return 'unknown';
    const fault = overBy(found, now()) ?? (found.device === from ? undefined : 'other device');
    if (fault) return fault;
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
