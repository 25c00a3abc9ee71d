import { type Clock, SECOND } from '@yibao/shared';
import { Conflict, type Table } from '../aws/table';
import { sm3 } from '../crypto/digest';
import type { Institution as Caller } from '../http/call';
import type { Asserted } from './assertion';
import { Grant, Institution, isLive } from './institution';

export interface Institutions {
  find(orgId: string): Promise<Institution | undefined>;
  /** Enters an institution or partner channel, or enters it anew with other keys. Throws where a key is not a public P-256 key. */
  register(institution: Omit<Institution, 'active'>): Promise<void>;
  /** Closes it: its tokens are worth nothing from now on. */
  close(orgId: string): Promise<void>;
  /** Keeps a token and marks the assertion as used, both or neither; false where it was used before. */
  grant(grant: Grant, by: { secret: string; asserted: Asserted }): Promise<boolean>;
  /** The institution whose live token this is. */
  read(orgId: string, secret: string): Promise<Caller | undefined>;
}

const keyOf = (orgId: string) => ({ pk: `INST#${orgId}`, sk: 'INSTITUTION' });
const grantKey = (orgId: string, secret: string) => ({ pk: `IT#${sm3(`${orgId}.${secret}`)}`, sk: 'GRANT' });
const usedKey = ({ orgId, jti }: Asserted) => ({ pk: `IA#${sm3(`${orgId}|${jti}`)}`, sk: 'USED' });
const ttlOf = (at: Date) => Math.ceil(at.getTime() / SECOND);

/** Institutions with their public keys, the tokens they got, by digest, and the assertions they used. */
export function institutionsIn(table: Table, now: Clock): Institutions {
  const find = async (orgId: string) => {
    const row = await table.get(keyOf(orgId));
    return row && Institution.parse(row);
  };
  const put = async (institution: Institution) => {
    const row = await table.get(keyOf(institution.orgId));
    await table.write([{ row: { ...keyOf(institution.orgId), ...Institution.parse(institution) }, was: row?.version ?? 'absent' }]);
  };
  return {
    find,
    register: (institution) => put({ ...institution, active: true }),
    async close(orgId) {
      const known = await find(orgId);
      if (known) await put({ ...known, active: false });
    },
    async grant(grant, { secret, asserted }) {
      const rows = [
        { ...usedKey(asserted), ttl: ttlOf(asserted.deadUntil) },
        { ...grantKey(grant.orgId, secret), ...grant, ttl: ttlOf(new Date(grant.expiresAt)) },
      ];
      try {
        await table.write(rows.map((row) => ({ row, was: 'absent' })));
        return true;
      } catch (error) {
        if (error instanceof Conflict) return false;
        throw error;
      }
    },
    async read(orgId, secret) {
      const [row, institution] = await Promise.all([table.get(grantKey(orgId, secret)), find(orgId)]);
      const isOurs = row !== undefined && institution?.kind === 'institution' && isLive(Grant.parse(row), institution, now());
      return isOurs ? { kind: 'institution', orgId, name: institution.name } : undefined;
    },
  };
}
