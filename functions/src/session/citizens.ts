import type { Clock } from '@yibao/shared';
import type { Citizen } from '../http/call';
import { isLive } from './session';
import type { Sessions } from './store';

/** Recognises a citizen by the session token: the door of every room that serves citizens. */
export const citizensBy = (sessions: Pick<Sessions, 'find'>, now: Clock) => ({
  async read(token: string): Promise<Citizen | undefined> {
    const session = await sessions.find(token);
    if (!session || !isLive(session, now())) return undefined;
    const { account, channel, openId, device } = session;
    return { kind: 'citizen', account, channel, openId, device };
  },
});
