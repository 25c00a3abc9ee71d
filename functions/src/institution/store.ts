import type { Clock } from '@yibao/shared';
import type { Asserted } from '../assertion/assertion';
import { keepGrant } from '../assertion/keep-grant';
import { faultOf, NOBODYS_KEY } from '../assertion/signer';
import type { Register } from '../assertion/token-grant';
import { type Table, untilUndisturbed } from '../aws/table';
import { sm3 } from '../crypto/digest';
import type { Institution as Caller } from '../http/call';
import type { TokenFault } from '../token-fault';
import { Grant, Institution } from './institution';

export interface Institutions extends Register {
  find(orgId: string): Promise<Institution | undefined>;
  /** Enters an institution or partner channel, or enters it anew with other keys. Throws where a key is not a public P-256 key. */
  register(institution: Omit<Institution, 'active'>): Promise<void>;
  /** Changes what is known of it, whoever else does so meanwhile. */
  change(orgId: string, change: (known: Institution | undefined) => Institution): Promise<Institution>;
  /** Closes it: its tokens are worth nothing from now on. */
  close(orgId: string): Promise<void>;
  /** The institution whose live token this is, or why it is nobody's. */
  read(orgId: string, secret: string): Promise<Caller | TokenFault>;
}

const keyOf = (orgId: string) => ({ pk: `INST#${orgId}`, sk: 'INSTITUTION' });
const grantKey = (orgId: string, secret: string) => ({ pk: `IT#${sm3(`${orgId}.${secret}`)}`, sk: 'GRANT' });
const usedKey = ({ id, jti }: Asserted) => ({ pk: `IA#${sm3(`${id}|${jti}`)}`, sk: 'USED' });

/** Read where there is no row: an unknown code takes as long as a known one. */
const NOBODY: Institution = { orgId: '0', name: '', kind: 'institution', keys: [NOBODYS_KEY], active: false };

/** Institutions with their public keys, the tokens they got, by digest, and the assertions they used. */
export function institutionsIn(table: Table, now: Clock): Institutions {
  const find = async (orgId: string) => {
    const row = await table.get(keyOf(orgId));
    const institution = Institution.parse(row ?? NOBODY);
    return row && institution;
  };
  const change: Institutions['change'] = (orgId, next) =>
    untilUndisturbed(async () => {
      const row = await table.get(keyOf(orgId));
      const institution = Institution.parse(next(row && Institution.parse(row)));
      await table.write([{ row: { ...keyOf(orgId), ...institution }, was: row?.version ?? 'absent' }]);
      return institution;
    });
  return {
    find,
    change,
    async register(institution) {
      await change(institution.orgId, () => ({ ...institution, active: true }));
    },
    async close(orgId) {
      if (await find(orgId)) await change(orgId, (known) => ({ ...known!, active: false }));
    },
    grant(grant, { secret, asserted }) {
      const orgId = asserted.id;
      return keepGrant(table, { used: usedKey(asserted), grant: grantKey(orgId, secret) }, { ...grant, orgId, asserted });
    },
    async read(orgId, secret) {
      const [row, institution] = await Promise.all([table.get(grantKey(orgId, secret)), find(orgId)]);
      if (!row || !institution) return 'unknown';
      if (institution.kind !== 'institution') return 'partner';
      return faultOf(Grant.parse(row), institution, now()) ?? { kind: 'institution', orgId, name: institution.name };
    },
  };
}
