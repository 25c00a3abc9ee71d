import type { Clock } from '@yibao/shared';
import type { Table } from './aws/table';
import type { IdNumberIndex, PhoneIndex } from './crypto/digest';
import type { Sealer } from './crypto/sealer';
import { settlementsIn } from './notice/store';
import type { TellNeeds } from './notice/tell';
import type { TextNeeds } from './notice/text';
import { phonesIn } from './phone/store';
import { pushedIn } from './pushed/once';
import { addresseesIn } from './voucher/addressees';
import { codesIn } from './voucher/code-store';
import { showings } from './voucher/shown-by';
import { vouchersIn } from './voucher/store';

interface Base {
  readonly table: Table;
  readonly sealer: Sealer;
  readonly now: Clock;
}

/** What taking a settlement's result needs of the voucher room. */
export function settlementNeeds({ table, sealer, idNumberIndex }: Omit<Base, 'now'> & { readonly idNumberIndex: IdNumberIndex }) {
  const vouchers = vouchersIn(table, sealer, idNumberIndex);
  return { holders: { voucherOf: (idNumber: string) => vouchers.ofPerson(idNumber) }, showings: showings({ table, codes: codesIn(table, sealer) }), settlements: settlementsIn(table) };
}

/** The number of this account, else the one that it had until today, else any of the same voucher. */
function numbersIn({ table, sealer }: Base, phoneIndex: PhoneIndex): TextNeeds['numbers'] {
  const phones = phonesIn(table, sealer, phoneIndex);
  return {
    async near(voucherId, account) {
      const own = (await phones.seatOf(voucherId, account)).held ?? (await phones.formerOf(voucherId, account));
      return (own ?? (await phones.listed(voucherId))[0])?.phone;
    },
    until: async (voucherId, account, endedAt) => (await phones.formerOf(voucherId, account, endedAt))?.phone,
  };
}

/** What telling an account by its platform needs of the other rooms; the way to do it comes from the platform. */
export const tellNeeds = (base: Base, ways: Pick<TellNeeds, 'messages'>): Omit<TellNeeds, 'channel' | 'textInstead'> => ({
  ...ways,
  pushed: pushedIn(base.table, base.now),
  openIdOf: (voucherId, account) => addresseesIn(base.table, base.sealer).openIdOf(voucherId, account),
});

/** The same for text messages. */
export const textNeeds = (base: Base & { readonly phoneIndex: PhoneIndex; readonly phoneDigest: (phone: string) => string }, ways: Pick<TextNeeds, 'sms'>): TextNeeds => ({
  ...ways,
  pushed: pushedIn(base.table, base.now),
  numbers: numbersIn(base, base.phoneIndex),
  digestOf: base.phoneDigest,
});
