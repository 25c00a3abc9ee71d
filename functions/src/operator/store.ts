import type { Clock } from '@yibao/shared';
import type { Asserted } from '../assertion/assertion';
import { keepGrant } from '../assertion/keep-grant';
import { faultOf, NOBODYS_KEY } from '../assertion/signer';
import type { Register } from '../assertion/token-grant';
import type { Table } from '../aws/table';
import { sm3 } from '../crypto/digest';
import type { Operator as Caller } from '../http/call';
import type { TokenFault } from '../token-fault';
import { Grant, holderOf, KeyTaken, Operator } from './operator';

export interface Operators extends Register {
  find(id: string): Promise<Operator | undefined>;
  all(): Promise<readonly Operator[]>;
  /** Enters an operator, or enters one anew with other roles or keys. Throws KeyTaken. */
  register(operator: Omit<Operator, 'active'>): Promise<void>;
  /** Takes all rights away: tokens are worth nothing from now on. False where there is no such operator. */
  end(id: string): Promise<boolean>;
  /** The operator whose live token this is, or why it is nobody's. */
  read(id: string, secret: string): Promise<Caller | TokenFault>;
}

const REGISTER = { pk: 'OP#ALL' };
const PREFIX = 'OPERATOR#';

const keyOf = (id: string) => ({ ...REGISTER, sk: `${PREFIX}${id}` });
const grantKey = (id: string, secret: string) => ({ pk: `OT#${sm3(`${id}.${secret}`)}`, sk: 'GRANT' });
const usedKey = ({ id, jti }: Asserted) => ({ pk: `OA#${sm3(`${id}|${jti}`)}`, sk: 'USED' });

/** Read where there is no row: an unknown number takes as long as a known one. */
const NOBODY: Operator = { id: 'op0', label: '-', roles: ['lookup'], keys: [NOBODYS_KEY], active: false };

/** Operators with their public keys and roles, the tokens they got, by digest, and the assertions they used. */
export function operatorsIn(table: Table, now: Clock): Operators {
  const find = async (id: string) => {
    const row = await table.get(keyOf(id));
    const operator = Operator.parse(row ?? NOBODY);
    return row && operator;
  };
  const all = async () => (await table.query({ ...REGISTER, prefix: PREFIX })).map((row) => Operator.parse(row));
  const put = async (operator: Operator) => {
    const row = await table.get(keyOf(operator.id));
    await table.write([{ row: { ...keyOf(operator.id), ...Operator.parse(operator) }, was: row?.version ?? 'absent' }]);
  };
  return {
    find,
    all,
    async register(operator) {
      const holder = holderOf(operator.keys, { id: operator.id, all: await all() });
      if (holder) throw new KeyTaken(holder.id);
      await put({ ...operator, active: true });
    },
    async end(id) {
      const known = await find(id);
      if (known) await put({ ...known, active: false });
      return known !== undefined;
    },
    grant: (grant, { secret, asserted }) =>
      keepGrant(table, { used: usedKey(asserted), grant: grantKey(asserted.id, secret) }, { ...grant, operator: asserted.id, asserted }),
    async read(id, secret) {
      const [row, operator] = await Promise.all([table.get(grantKey(id, secret)), find(id)]);
      if (!row || !operator) return 'unknown';
      return faultOf(Grant.parse(row), operator, now()) ?? { kind: 'operator', id, roles: operator.roles };
    },
  };
}
