import type { Put } from '../aws/table';
import type { BlindIndex } from '../crypto/digest';
import type { Sealer } from '../crypto/sealer';
import type { Event } from '../events';
import type { PinRow } from './pin-row';
import type { Binding, VoucherRecord } from './voucher';

export const voucherKey = (voucherId: string) => ({ pk: `V#${voucherId}`, sk: 'VOUCHER' });
export const pinKey = (voucherId: string) => ({ pk: `V#${voucherId}`, sk: 'PIN' });
export const bindingKey = (account: string) => ({ pk: `A#${account}`, sk: 'BINDING' });
export const lockKey = (blindIndex: BlindIndex, idNumber: string) => ({ pk: `ID#${blindIndex('id-number', idNumber)}`, sk: 'LOCK' });
const eventKey = (voucherId: string, version: number) => ({ pk: `V#${voucherId}`, sk: `EV#${String(version).padStart(12, '0')}` });

/** A voucher as it is stored: name and ID number sealed to their row. */
export function sealedVoucher(voucher: VoucherRecord, sealer: Sealer) {
  const key = voucherKey(voucher.voucherId);
  const seal = (attribute: 'name' | 'idNumber') => sealer.seal(voucher[attribute], { pk: key.pk, attribute });
  return { ...key, ...voucher, name: seal('name'), idNumber: seal('idNumber') };
}

export interface Arrival {
  readonly binding: Binding;
  /** The version of the account's binding before, or 'absent'. */
  readonly was: number | 'absent';
  readonly event: Event;
}

/** What a channel's arrival writes beside the voucher: its binding, the voucher's list of bindings, and what happened. */
export const arrivalPuts = (voucherId: string, { binding, was, event }: Arrival, version: number): Put[] => [
  { row: { ...bindingKey(binding.account), ...binding }, was },
  { row: { pk: `V#${voucherId}`, sk: `BINDING#${binding.account}`, channel: binding.channel, boundAt: binding.boundAt }, was },
  { row: { ...eventKey(voucherId, version), event }, was: 'absent' },
];

export const pinPut = (pin: PinRow, was: number | 'absent'): Put => ({ row: { ...pinKey(pin.voucherId), ...pin }, was });
