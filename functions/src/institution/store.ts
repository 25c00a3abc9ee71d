import type { Table } from '../aws/table';
import { sameText, sm3 } from '../crypto/digest';
import { Institution } from './institution';

export interface Institutions {
  /** The institution whose key this is; undefined where code or key is wrong or the institution is closed. */
  read(orgId: string, secret: string): Promise<{ kind: 'institution'; orgId: string; name: string } | undefined>;
  register(institution: { orgId: string; name: string; secret: string }): Promise<void>;
}

const keyOf = (orgId: string) => ({ pk: `INST#${orgId}`, sk: 'INSTITUTION' });

export const institutionsIn = (table: Table): Institutions => ({
  async read(orgId, secret) {
    const row = await table.get(keyOf(orgId));
    const found = row && Institution.parse(row);
    if (!found?.active || !sameText(found.keyDigest, sm3(secret))) return undefined;
    return { kind: 'institution', orgId, name: found.name };
  },
  async register({ orgId, name, secret }) {
    const row = await table.get(keyOf(orgId));
    const institution: Institution = { orgId, name, keyDigest: sm3(secret), active: true };
    await table.write([{ row: { ...keyOf(orgId), ...institution }, was: row?.version ?? 'absent' }]);
  },
});
