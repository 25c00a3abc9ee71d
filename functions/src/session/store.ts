import type { Table } from '../aws/table';
import type { Sealer } from '../crypto/sealer';
import { sm3 } from '../crypto/digest';
import { Session } from './session';

export interface Sessions {
  find(token: string): Promise<Session | undefined>;
  keep(token: string, session: Session): Promise<void>;
}

const keyOf = (token: string) => ({ pk: `S#${sm3(token)}`, sk: 'SESSION' });

/** Sessions by the digest of their token; the token itself is nowhere. */
export const sessionsIn = (table: Table, sealer: Sealer): Sessions => ({
  async find(token) {
    const key = keyOf(token);
    const row = await table.get(key);
    if (!row) return undefined;
    return Session.parse({ ...row, openId: sealer.open(String(row['openId']), { ...key, attribute: 'openId' }) });
  },
  async keep(token, session) {
    const key = keyOf(token);
    const openId = sealer.seal(session.openId, { ...key, attribute: 'openId' });
    const ttl = Math.floor(Date.parse(session.expiresAt) / 1000);
    await table.write([{ row: { ...key, ...session, openId, ttl }, was: 'absent' }]);
  },
});
