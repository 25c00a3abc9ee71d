import { type Clock } from '@yibao/shared';
import { untilUndisturbed } from '../aws/table';
import type { PinHasher } from '../crypto/pin-hash';
import { forgiven, type PinRow, tried, wrong } from './pin-row';
import type { Stored, Vouchers } from './store';

export interface PinNeeds {
  readonly vouchers: Pick<Vouchers, 'pinOf' | 'keepPin'>;
  readonly pinHasher: PinHasher;
  readonly now: Clock;
}

async function pinOf(voucherId: string, { vouchers }: PinNeeds): Promise<Stored<PinRow>> {
  const row = await vouchers.pinOf(voucherId);
  if (!row) throw new Error('a voucher without a PIN');
  return row;
}

/** Counts the try in the table, then judges it. Throws PIN_WRONG or PIN_LOCKED (CODE-3). */
export async function checkPin({ voucherId, pin }: { voucherId: string; pin: string }, needs: PinNeeds): Promise<void> {
  const counted = await untilUndisturbed(async () => {
    const { version, ...row } = await pinOf(voucherId, needs);
    const next = tried(row, needs.now());
    await needs.vouchers.keepPin(next, version);
    return next;
  });
  if (!(await needs.pinHasher.matches(pin, voucherId, counted.hash))) throw wrong(counted);
  await untilUndisturbed(async () => {
    const { version, ...row } = await pinOf(voucherId, needs);
    await needs.vouchers.keepPin(forgiven(row), version);
  });
}
