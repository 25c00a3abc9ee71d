import { isWeakPin, Refusal } from '@yibao/shared';
import type { Put } from '../aws/table';
import { checkPin, type PinNeeds } from './check-pin';
import { newPin } from './pin-row';
import type { Vouchers } from './store';
import type { Newcomer, VoucherRecord } from './voucher';

export interface ArrivingPinNeeds extends PinNeeds {
  readonly vouchers: Pick<Vouchers, 'pinOf' | 'keepPin' | 'pinSeatOf' | 'choosing'>;
}

export interface Arriving {
  readonly newcomer: Newcomer;
  readonly pin: string;
  readonly person: { readonly phone?: string | undefined };
}

/** What the PIN of somebody who comes to an existing voucher does there. */
export interface ArrivingPin {
  /** The rows of a PIN chosen anew; none where one was asked. */
  readonly puts: readonly Put[];
  /** Nothing else is bound: the person begins again. */
  readonly isReturn: boolean;
}

/**
 * Where a channel is bound, its PIN is asked; where none is any more, the PIN went with the last one and is chosen anew, by who has just proven
 * identity and face. Throws PIN_WRONG or PIN_LOCKED, or PIN_WEAK.
 */
export async function arrivingPin({ voucherId, idNumber }: VoucherRecord, { newcomer, pin, person: { phone } }: Arriving, needs: ArrivingPinNeeds): Promise<ArrivingPin> {
  const seat = await needs.vouchers.pinSeatOf(voucherId);
  if (seat.pin) {
    await checkPin({ voucherId, pin, by: newcomer }, needs);
    return { puts: [], isReturn: false };
  }
  if (isWeakPin(pin, { idNumber, ...(phone === undefined ? {} : { phone }) })) throw new Refusal('PIN_WEAK');
  return { puts: [needs.vouchers.choosing(newPin(voucherId, await needs.pinHasher.hash(pin, voucherId)), seat.was)], isReturn: true };
}

/** Whether who comes now is asked for the PIN of a voucher. */
export const pinAskedOf = ({ vouchers }: { readonly vouchers: Pick<Vouchers, 'ofPerson' | 'pinOf'> }) => async (idNumber: string) => {
  const voucherId = await vouchers.ofPerson(idNumber);
  return voucherId !== undefined && (await vouchers.pinOf(voucherId)) !== undefined;
};
