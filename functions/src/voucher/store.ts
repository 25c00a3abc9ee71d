import type { Put, Table } from '../aws/table';
import type { BlindIndex } from '../crypto/digest';
import type { Sealer } from '../crypto/sealer';
import type { Event } from '../events';
import { PinRow } from './pin-row';
import { Binding, VoucherRecord } from './voucher';
import { type Arrival, arrivalPuts, bindingKey, lockKey, pinKey, pinPut, sealedVoucher, voucherKey } from './voucher-rows';

/** A thing as it was read, with the version that a write of it must name. */
export type Stored<T> = T & { readonly version: number };

export interface Vouchers {
  /** The voucher of an ID number, if that person has one. */
  ofPerson(idNumber: string): Promise<string | undefined>;
  find(voucherId: string): Promise<Stored<VoucherRecord> | undefined>;
  bindingOf(account: string): Promise<Stored<Binding> | undefined>;
  pinOf(voucherId: string): Promise<Stored<PinRow> | undefined>;
  keepPin(next: PinRow, was: number): Promise<void>;
  keepBinding(next: Binding, was: number): Promise<void>;
  /** The rows of a new voucher; the first is the lock that makes one ID number have one voucher. */
  issuing(voucher: VoucherRecord, first: { pin: PinRow; binding: Binding; event: Event }): readonly Put[];
  /** The rows of a further channel. */
  binding(voucher: Stored<VoucherRecord>, further: Arrival): readonly Put[];
}

/** Rows of vouchers, their PINs and bindings. */
export function vouchersIn(table: Table, sealer: Sealer, blindIndex: BlindIndex): Vouchers {
  return {
    async ofPerson(idNumber) {
      return (await table.get(lockKey(blindIndex, idNumber)))?.['voucherId'] as string | undefined;
    },
    async find(voucherId) {
      const key = voucherKey(voucherId);
      const row = await table.get(key);
      if (!row) return undefined;
      const open = (attribute: 'name' | 'idNumber') => sealer.open(String(row[attribute]), { pk: key.pk, attribute });
      return { ...VoucherRecord.parse({ ...row, name: open('name'), idNumber: open('idNumber') }), version: row.version };
    },
    async bindingOf(account) {
      const row = await table.get(bindingKey(account));
      return row && { ...Binding.parse(row), version: row.version };
    },
    async pinOf(voucherId) {
      const row = await table.get(pinKey(voucherId));
      return row && { ...PinRow.parse(row), version: row.version };
    },
    keepPin: (next, was) => table.write([pinPut(next, was)]),
    keepBinding: (next, was) => table.write([{ row: { ...bindingKey(next.account), ...next }, was }]),
    issuing: (voucher, { pin, binding, event }) => [
      { row: { ...lockKey(blindIndex, voucher.idNumber), voucherId: voucher.voucherId }, was: 'absent' },
      { row: sealedVoucher(voucher, sealer), was: 'absent' },
      pinPut(pin, 'absent'),
      ...arrivalPuts(voucher.voucherId, { binding, was: 'absent', event }, 1),
    ],
    binding: ({ version, ...voucher }, further) => [
      { row: sealedVoucher(voucher, sealer), was: version },
      ...arrivalPuts(voucher.voucherId, further, version + 1),
    ],
  };
}
