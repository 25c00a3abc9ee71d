import type { Put, Table } from '../aws/table';
import type { BlindIndex } from '../crypto/digest';
import type { Sealer } from '../crypto/sealer';
import type { Event } from '../events';
import { PinRow } from './pin-row';
import { Binding, VoucherRecord } from './voucher';

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
  binding(voucher: Stored<VoucherRecord>, further: { binding: Binding; was: number | 'absent'; event: Event }): readonly Put[];
}

const voucherKey = (voucherId: string) => ({ pk: `V#${voucherId}`, sk: 'VOUCHER' });
const pinKey = (voucherId: string) => ({ pk: `V#${voucherId}`, sk: 'PIN' });
const bindingKey = (account: string) => ({ pk: `A#${account}`, sk: 'BINDING' });
const eventKey = (voucherId: string, version: number) => ({ pk: `V#${voucherId}`, sk: `EV#${String(version).padStart(12, '0')}` });

/** Rows of vouchers, their PINs and bindings. Name and ID number are sealed to their row. */
export function vouchersIn(table: Table, sealer: Sealer, blindIndex: BlindIndex): Vouchers {
  const lockKey = (idNumber: string) => ({ pk: `ID#${blindIndex('id-number', idNumber)}`, sk: 'LOCK' });
  const sealed = (voucher: VoucherRecord) => {
    const key = voucherKey(voucher.voucherId);
    const seal = (attribute: 'name' | 'idNumber') => sealer.seal(voucher[attribute], { pk: key.pk, attribute });
    return { ...key, ...voucher, name: seal('name'), idNumber: seal('idNumber') };
  };
  const arriving = ({ voucherId }: VoucherRecord, { binding, was, event }: { binding: Binding; was: number | 'absent'; event: Event }, version: number): Put[] => [
    { row: { ...bindingKey(binding.account), ...binding }, was },
    { row: { pk: `V#${voucherId}`, sk: `BINDING#${binding.account}`, channel: binding.channel, boundAt: binding.boundAt }, was },
    { row: { ...eventKey(voucherId, version), event }, was: 'absent' },
  ];
  return {
    async ofPerson(idNumber) {
      return (await table.get(lockKey(idNumber)))?.['voucherId'] as string | undefined;
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
    keepPin: (next, was) => table.write([{ row: { ...pinKey(next.voucherId), ...next }, was }]),
    keepBinding: (next, was) => table.write([{ row: { ...bindingKey(next.account), ...next }, was }]),
    issuing: (voucher, { pin, binding, event }) => [
      { row: { ...lockKey(voucher.idNumber), voucherId: voucher.voucherId }, was: 'absent' },
      { row: sealed(voucher), was: 'absent' },
      { row: { ...pinKey(voucher.voucherId), ...pin }, was: 'absent' },
      ...arriving(voucher, { binding, was: 'absent', event }, 1),
    ],
    binding: (voucher, further) => {
      const { version, ...record } = voucher;
      return [{ row: sealed(record), was: version }, ...arriving(voucher, further, version + 1)];
    },
  };
}
