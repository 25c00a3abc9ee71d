import type { Channel } from '@yibao/shared';
import type { Deed } from '../audit/entry';
import type { Put } from '../aws/table';
import { changeDeed, freeLock, moving, type MovingNeeds } from './moving';
import type { Phones } from './store';

export interface ArrivingNeeds extends MovingNeeds {
  readonly phones: MovingNeeds['phones'] & Pick<Phones, 'seatOf' | 'formerOf'>;
}

interface Arriving {
  readonly voucherId: string;
  readonly account: string;
  readonly channel: Channel;
  readonly phone: string;
}

/** How a number that was proven on the way comes to a voucher together with its channel. */
export const phoneArrivals = (needs: ArrivingNeeds) => ({
  /** Throws PHONE_TAKEN where another person than the holder of this voucher has the number. */
  async requireFree(phone: string, voucherId: string | undefined): Promise<void> {
    await freeLock(phone, voucherId, needs);
  },

  /**
   * The rows of the number, and what is to be told where the binding had another one within the last day (PHO-2: unbound and activated
   * again). Throws PHONE_TAKEN.
   */
  async arriving({ voucherId, account, channel, phone }: Arriving): Promise<{ readonly puts: readonly Put[]; readonly deeds: readonly Deed[] }> {
    const next = { voucherId, account, channel, phone, since: needs.now().toISOString() };
    const seat = await needs.phones.seatOf(voucherId, account);
    const before = seat.held ?? (await needs.phones.formerOf(voucherId, account));
    const puts = await moving(next, seat, needs);
    return { puts, deeds: before && before.phone !== phone ? [changeDeed(next, before)] : [] };
  },
});
