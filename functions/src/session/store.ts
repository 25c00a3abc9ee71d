import { SECOND } from '@yibao/shared';
import { type Put, type Row, type Table, untilUndisturbed } from '../aws/table';
import { sm3 } from '../crypto/digest';
import type { Sealer } from '../crypto/sealer';
import { ended, Session } from './session';

export type StoredSession = Session & { readonly version: number };

export interface Sessions {
  /** The id under which a token's session is kept; the token itself is nowhere. */
  idOf(token: string): string;
  read(id: string): Promise<StoredSession | undefined>;
  /** Begins a session; the one before of the same account and device ends with it. */
  begin(session: Session): Promise<void>;
  /** A session together with what ends with it, all or nothing. */
  keep(next: Session, was: number, puts?: readonly Put[]): Promise<void>;
  /** The row of a session that ends, to be written with what it ends with. */
  ending(session: StoredSession, now: Date): Put;
  /** The latest session of each device of these accounts, live or not. */
  of(accounts: readonly string[]): Promise<readonly StoredSession[]>;
}

const keyOf = (id: string) => ({ pk: `S#${id}`, sk: 'SESSION' });
const deviceKey = ({ account, device }: Pick<Session, 'account' | 'device'>) => ({ pk: `A#${account}`, sk: `SESSION#${device}` });
const ttlOf = ({ expiresAt }: Session) => Math.ceil(Date.parse(expiresAt) / SECOND);
const wasOf = (row: Row | undefined): number | 'absent' => row?.version ?? 'absent';

/** Sessions by the digest of their token, and for each account by device. */
export function sessionsIn(table: Table, sealer: Sealer): Sessions {
  const placeOf = (id: string) => ({ ...keyOf(id), attribute: 'openId' });
  const putOf = (session: Session, was: number | 'absent'): Put => ({
    row: { ...keyOf(session.id), ...session, openId: sealer.seal(session.openId, placeOf(session.id)), ttl: ttlOf(session) },
    was,
  });
  const read = async (id: string): Promise<StoredSession | undefined> => {
    const row = await table.get(keyOf(id));
    return row && { ...Session.parse({ ...row, openId: sealer.open(String(row['openId']), placeOf(id)) }), version: row.version };
  };
  const ending = ({ version, ...session }: StoredSession, now: Date): Put => putOf(ended(session, now), version);
  const endOf = (before: StoredSession | undefined, now: string): Put[] => (before && before.endedAt === undefined ? [ending(before, new Date(now))] : []);
  return {
    idOf: sm3,
    read,
    begin: (session) =>
      untilUndisturbed(async () => {
        const place = await table.get(deviceKey(session));
        const before = place && (await read(String(place['id'])));
        const pointer = { row: { ...deviceKey(session), id: session.id, ttl: ttlOf(session) }, was: wasOf(place) };
        await table.write([putOf(session, 'absent'), pointer, ...endOf(before, session.createdAt)]);
      }),
    ending,
    keep: (next, was, puts = []) => table.write([putOf(next, was), ...puts]),
    async of(accounts) {
      const places = await Promise.all(accounts.map((account) => table.query({ pk: `A#${account}`, prefix: 'SESSION#' })));
      const found = await Promise.all(places.flat().map(({ id }) => read(String(id))));
      return found.filter((session) => session !== undefined);
    },
  };
}
