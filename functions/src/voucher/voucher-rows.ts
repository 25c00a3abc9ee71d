import type { ChainHead } from '../audit/entry';
import type { Put } from '../aws/table';
import type { Sealer } from '../crypto/sealer';
import type { PinRow } from './pin-row';
import type { Binding, VoucherRecord } from './voucher';

export const voucherKey = (voucherId: string) => ({ pk: `V#${voucherId}`, sk: 'VOUCHER' });
export const pinKey = (voucherId: string) => ({ pk: `V#${voucherId}`, sk: 'PIN' });
export const bindingKey = (account: string) => ({ pk: `A#${account}`, sk: 'BINDING' });
/** Begins the sort key of the rows that list a voucher's bindings; the account follows. */
export const BOUND = 'BINDING#';
export const listedKey = (voucherId: string, account: string) => ({ pk: `V#${voucherId}`, sk: `${BOUND}${account}` });

/** A voucher as it is stored: name and ID number sealed to their row, and the head of its audit trail. */
export function sealedVoucher(voucher: VoucherRecord, head: ChainHead, sealer: Sealer) {
  const key = voucherKey(voucher.voucherId);
  const seal = (attribute: 'name' | 'idNumber') => sealer.seal(voucher[attribute], { ...key, attribute });
  return { ...key, ...voucher, name: seal('name'), idNumber: seal('idNumber'), head };
}

export type Was = number | 'absent';

/** The versions of an account's binding and of its line in the voucher's list, as they were read. */
export interface Seats {
  readonly account: Was;
  readonly voucher: Was;
}

/** What a channel's arrival writes beside the voucher: its binding, and its line in the voucher's list. */
export const arrivalPuts = (binding: Binding, was: Seats): Put[] => [
  { row: { ...bindingKey(binding.account), ...binding }, was: was.account },
  { row: { ...listedKey(binding.voucherId, binding.account), channel: binding.channel, boundAt: binding.boundAt }, was: was.voucher },
];

export const pinPut = (pin: PinRow, was: Was): Put => ({ row: { ...pinKey(pin.voucherId), ...pin }, was });
