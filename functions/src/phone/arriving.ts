import type { Channel } from '@yibao/shared';
import type { Deed } from '../audit/entry';
import type { Put } from '../aws/table';
import { changeDeed, freeLock, moving, type MovingNeeds } from './moving';
import type { Changes } from './change-store';
import type { Phones } from './store';

export interface ArrivingNeeds extends MovingNeeds {
  readonly phones: MovingNeeds['phones'] & Pick<Phones, 'seatOf' | 'formerOf'>;
  readonly changes: Pick<Changes, 'guideOf'>;
}

interface Arriving {
  readonly voucherId: string;
  readonly account: string;
  readonly channel: Channel;
  readonly phone: string;
}

/** The number that an unbound binding had: known for a day after its end, and to Alipay's three steps for as long as they take. */
async function numberBefore({ voucherId, account }: Arriving, { phones, changes }: ArrivingNeeds): Promise<string | undefined> {
  return (await phones.formerOf(voucherId, account))?.phone ?? (await changes.guideOf(account)).value?.from;
}

/** How a number that was proven on the way comes to a voucher together with its channel. */
export const phoneArrivals = (needs: ArrivingNeeds) => ({
  /** Throws PHONE_TAKEN where another person than the holder of this voucher has the number. */
  async requireFree(phone: string, voucherId: string | undefined): Promise<void> {
    await freeLock(phone, voucherId, needs);
  },

  /**
   * The rows of the number, and what is to be told where the binding had another one before (PHO-2: unbound and activated again); that one is
   * kept under the moment of the change, so that it is told, too (PHO-3). Throws PHONE_TAKEN.
   */
  async arriving(arriving: Arriving): Promise<{ readonly puts: readonly Put[]; readonly deeds: readonly Deed[] }> {
    const { voucherId, account, phone } = arriving;
    const next = { ...arriving, since: needs.now().toISOString() };
    const seat = await needs.phones.seatOf(voucherId, account);
    const before = seat.held?.phone ?? (await numberBefore(arriving, needs));
    const puts = await moving(next, seat, needs);
    if (before === undefined || before === phone) return { puts, deeds: [] };
    const former = seat.held ? [] : [needs.phones.former({ ...arriving, phone: before, endedAt: next.since }, seat.was)];
    return { puts: [...puts, ...former], deeds: [changeDeed(next, { phone: before })] };
  },
});
