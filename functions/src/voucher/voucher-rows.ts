import type { ChainHead } from '../audit/entry';
import type { Put, Row } from '../aws/table';
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

const openIdAt = (account: string) => ({ ...bindingKey(account), attribute: 'openId' });

/** A binding as it is stored: the platform's name of the account is sealed to its row. */
export const bindingRow = (binding: Binding, sealer: Sealer) => ({ ...bindingKey(binding.account), ...binding, openId: sealer.seal(binding.openId, openIdAt(binding.account)) });

/** The platform's name of an account in the row of its binding, as long as it is there. */
export const openIdIn = ({ openId }: Row, account: string, sealer: Sealer): string | undefined => (typeof openId === 'string' ? sealer.open(openId, openIdAt(account)) : undefined);

/** What a channel's arrival writes beside the voucher: its binding, and its line in the voucher's list. */
export const arrivalPuts = (binding: Binding, was: Seats, sealer: Sealer): Put[] => [
  { row: bindingRow(binding, sealer), was: was.account },
  { row: { ...listedKey(binding.voucherId, binding.account), channel: binding.channel, boundAt: binding.boundAt }, was: was.voucher },
];

export const pinPut = (pin: PinRow, was: Was): Put => ({ row: { ...pinKey(pin.voucherId), ...pin }, was });
