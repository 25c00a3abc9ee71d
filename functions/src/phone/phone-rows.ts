import { DAY, later, SECOND } from '@yibao/shared';
import type { Put, Row } from '../aws/table';
import type { Sealer } from '../crypto/sealer';
import { FormerPhone, HeldPhone } from './phone';

/** Begins the sort key of the rows that hold a voucher's phones; the account follows. */
export const HELD = 'PHONE#';
const heldKey = ({ voucherId, account }: Pick<HeldPhone, 'voucherId' | 'account'>) => ({ pk: `V#${voucherId}`, sk: `${HELD}${account}` });

/** Begins those of the numbers before; account, time of the end and version of the row that held it follow. */
export const FORMER = 'PHONE-WAS#';
export const formerPrefix = (account: string) => `${FORMER}${account}#`;
const formerKey = ({ voucherId, account, endedAt }: FormerPhone, was: number | 'absent') => ({ pk: `V#${voucherId}`, sk: `${formerPrefix(account)}${endedAt}#${String(was).padStart(6, '0')}` });

const aDayAfter = (at: string) => Math.ceil(later(new Date(at), DAY).getTime() / SECOND);

/** Rows with a phone number, which is sealed to its row. */
export const phoneRows = (sealer: Sealer) => {
  const sealed = <T extends { phone: string }>(key: { pk: string; sk: string }, value: T) => ({ ...key, ...value, phone: sealer.seal(value.phone, { ...key, attribute: 'phone' }) });
  const opened = (row: Row) => ({ ...row, phone: sealer.open(String(row['phone']), { pk: row.pk, sk: row.sk, attribute: 'phone' }) });
  return {
    heldKey,
    held: (held: HeldPhone) => sealed(heldKey(held), held),
    /** Undefined for a row of which only its end is left. */
    heldIn: (row: Row | undefined) => (row?.['phone'] === undefined ? undefined : HeldPhone.parse(opened(row))),
    /** What stays where a binding had a number. */
    emptied: (held: HeldPhone, now: Date) => ({ ...heldKey(held), endedAt: now.toISOString(), ttl: aDayAfter(now.toISOString()) }),
    former: (former: FormerPhone, was: number | 'absent'): Put => ({ row: { ...sealed(formerKey(former, was), former), ttl: aDayAfter(former.endedAt) }, was: 'absent' }),
    formerIn: (row: Row) => FormerPhone.parse(opened(row)),
  };
};
