import type { Clock, SessionView } from '@yibao/shared';
import { type Put, untilUndisturbed } from '../aws/table';
import { ended, isLive, type Session } from './session';
import type { Sessions, StoredSession } from './store';

export interface OwnNeeds {
  readonly sessions: Pick<Sessions, 'of' | 'read' | 'keep'>;
  /** All accounts, in any channel, that are bound to the same voucher; at least the account itself. */
  readonly holders: { accountsOf(account: string): Promise<readonly string[]> };
  readonly now: Clock;
}

/** Who asks. */
export interface Asking {
  readonly account: string;
  readonly session: string;
}

const nameOf = ({ id }: Session) => id.slice(0, 32);

const viewOf = (session: Session, current: string): SessionView => ({
  id: nameOf(session),
  channel: session.channel,
  device: `····${session.device.slice(-4)}`,
  begunAt: session.createdAt,
  seenAt: session.seenAt,
  current: session.id === current,
});

const byUse = (a: SessionView, b: SessionView) => Number(b.current) - Number(a.current) || (a.seenAt < b.seenAt ? 1 : -1);

async function liveOf({ account }: Asking, { sessions, holders, now }: OwnNeeds): Promise<readonly StoredSession[]> {
  const all = await sessions.of(await holders.accountsOf(account));
  return all.filter((session) => isLive(session, now()));
}

/** The live sessions of the holder as the holder sees them, the current one first. */
export const viewsFor = async (asking: Asking, needs: OwnNeeds) => (await liveOf(asking, needs)).map((session) => viewOf(session, asking.session)).sort(byUse);

/** What ends together with a session. */
export interface Seeds {
  ending(session: { readonly account: string; readonly device: string }): Promise<readonly Put[]>;
}

const NOTHING_MORE: Seeds = { ending: () => Promise.resolve([]) };

export type EndNeeds = Pick<OwnNeeds, 'sessions' | 'now'> & { readonly seeds?: Seeds };

/** Ends a session once; whatever else was noted in it meanwhile. */
export const end = (id: string, { sessions, now, seeds = NOTHING_MORE }: EndNeeds) =>
  untilUndisturbed(async () => {
    const found = await sessions.read(id);
    if (!found || found.endedAt !== undefined) return;
    const { version, ...session } = found;
    await sessions.keep(ended(session, now()), version, await seeds.ending(session));
  });

/** Ends the holder's session of this name or, without a name, all but the one that asks. */
export async function endOthers(asking: Asking, needs: OwnNeeds & EndNeeds, name?: string): Promise<void> {
  const others = (await liveOf(asking, needs)).filter((session) => (name === undefined ? session.id !== asking.session : nameOf(session) === name));
  await Promise.all(others.map(({ id }) => end(id, needs)));
}
