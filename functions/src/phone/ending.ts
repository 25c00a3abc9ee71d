import type { Clock } from '@yibao/shared';
import type { Put } from '../aws/table';
import { formerOf, type HeldPhone, left } from './phone';
import type { Phones, Seat } from './store';

export interface EndingNeeds {
  readonly phones: Pick<Phones, 'seatOf' | 'lockOf' | 'emptied' | 'former' | 'locked'>;
  readonly now: Clock;
}

type Taken = Seat & { readonly held: HeldPhone };

/** Bindings of one voucher may share a number, whose lock is then written once. */
async function unlocked(taken: readonly Taken[], now: Date, { phones }: Pick<EndingNeeds, 'phones'>): Promise<readonly Put[]> {
  const numbers = [...new Set(taken.map(({ held }) => held.phone))];
  const leaving = taken.map(({ held }) => held.account);
  const puts = await Promise.all(
    numbers.map(async (number) => {
      const lock = await phones.lockOf(number);
      return lock.users ? phones.locked(lock, left(lock.users, leaving), now) : [];
    }),
  );
  return puts.flat();
}

/** How the end of bindings ends their phones. */
export const phoneEndings = (needs: EndingNeeds) => ({
  /**
   * The rows that end the numbers of these bindings of one voucher, to be written in one transaction with the end of the bindings themselves;
   * none for a binding without a number. The numbers are free for others then; sealed, each is kept for a day under this moment so that it can be told.
   */
  async ending(voucherId: string, accounts: readonly string[], now = needs.now()): Promise<readonly Put[]> {
    const { phones } = needs;
    const seats = await Promise.all([...new Set(accounts)].map((account) => phones.seatOf(voucherId, account)));
    const taken = seats.flatMap(({ held, was }) => (held ? [{ held, was }] : []));
    const emptied = taken.flatMap(({ held, was }) => [phones.emptied(held, was, now), phones.former(formerOf(held, now), was)]);
    return [...emptied, ...(await unlocked(taken, now, needs))];
  },
});
