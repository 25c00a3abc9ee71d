import { provisionSeed, readVoucher, Refusal } from '@yibao/shared';
import { call } from '../../api/call';
import { refusalOf } from '../../api/refusal-of';
import { phoneNow } from '../../platform/clock';
import { card, seedAfter } from '../../state/card';
import { forgetTimesToCome } from '../../state/display';

/** The voucher is not this account's any more, or has no region: nothing on this phone may show a code. */
const ENDS_CARD = new Set(['VOUCHER_NOT_FOUND', 'REGION_REQUIRED']);

/** Hears from the service how the voucher stands and prolongs or replaces the seed; keeps both on the phone. */
export async function takeSeed(): Promise<void> {
  try {
    const voucher = await call(readVoucher, {});
    await card.set({ ...card.get(), voucher });
    const handle = card.get()?.seed?.handle;
    const answer = await call(provisionSeed, handle === undefined ? {} : { handle });
    const seed = seedAfter(answer, card.get()?.seed, phoneNow());
    if (!seed) throw new Refusal('INTERNAL');
    await card.set({ voucher, seed });
    await forgetTimesToCome(seed.heardAt);
  } catch (reason) {
    const refusal = refusalOf(reason);
    if (ENDS_CARD.has(refusal.code)) await card.forget();
    throw refusal;
  }
}

export const isOutOfReach = ({ code }: Refusal) => code === 'OFFLINE' || code === 'TIMEOUT';
