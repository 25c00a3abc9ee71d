import type { ChainHead } from '../audit/entry';
import type { Put, Table } from '../aws/table';
import type { IdNumberIndex } from '../crypto/digest';
import type { Sealer } from '../crypto/sealer';
import { emptied, endedLine, formerIdOf, isEnded, lineOf, type Listed } from './ending-rows';
import { type Lock, lockIn, lockPuts } from './lock';
import { PinRow } from './pin-row';
import { Binding, VoucherRecord } from './voucher';
import { arrivalPuts, bindingKey, bindingRow, BOUND, listedKey, openIdIn, pinKey, pinPut, sealedVoucher, type Seats, voucherKey, type Was } from './voucher-rows';

/** A thing as it was read, with the version that a write of it must name. */
export type Stored<T> = T & { readonly version: number };

export interface Issue {
  readonly pin: PinRow;
  readonly binding: Binding;
  readonly head: ChainHead;
  readonly lock: Lock;
  readonly was: Seats;
}

export interface PinSeat {
  readonly pin: PinRow | undefined;
  readonly was: Was;
}

/** A channel of a voucher: its line in the voucher's list, and its binding. */
export interface Bound {
  readonly line: Listed;
  readonly binding: Stored<Binding>;
}

export interface Vouchers {
  /** The voucher of an ID number, if that person has one. */
  ofPerson(idNumber: string): Promise<string | undefined>;
  lockOf(idNumber: string): Promise<Lock>;
  find(voucherId: string): Promise<Stored<VoucherRecord> | undefined>;
  bindingOf(account: string): Promise<Stored<Binding> | undefined>;
  seatsOf(account: string, voucherId: string): Promise<Seats>;
  /** The accounts of all channels that are bound to the voucher. */
  accountsOf(voucherId: string): Promise<readonly string[]>;
  pinOf(voucherId: string): Promise<Stored<PinRow> | undefined>;
  /** The PIN's place as it was read: empty where nothing is bound to the voucher. */
  pinSeatOf(voucherId: string): Promise<PinSeat>;
  /** The PIN together with what else is written because of it, all or nothing. */
  keepPin(next: PinRow, was: number, puts?: readonly Put[]): Promise<void>;
  keepBinding(next: Binding, was: number): Promise<void>;
  /** Every account that was ever bound to the voucher. */
  everBoundTo(voucherId: string): Promise<readonly string[]>;
  /** The row of a binding, to be written with something else. */
  keeping(next: Binding, was: number): Put;
  /** The rows of a new voucher; the first is the lock that makes one ID number have one voucher. */
  issuing(voucher: VoucherRecord, issue: Issue): readonly Put[];
  /** The rows of a further channel. */
  binding(binding: Binding, was: Seats): readonly Put[];
  /** The row of a PIN that is chosen anew. */
  choosing(pin: PinRow, was: Was): Put;
  /** The channels that are bound to a voucher. */
  listed(voucherId: string): Promise<readonly Listed[]>;
  /** Whether a binding of this name was this voucher's last with its account, and has ended. */
  wasBound(voucherId: string, binding: string): Promise<boolean>;
  /** The end of a voucher beside its own row: its bindings as they were read, its PIN, and the lock of its ID number, which remembers it. */
  ending(voucher: VoucherRecord, bound: readonly Bound[], now: Date): Promise<readonly Put[]>;
  /** The end of one binding, of which its platform's name of the account stays for a day, so that this channel can be told. */
  unbinding(bound: Bound, now: Date): readonly Put[];
  /** The end of the PIN of a voucher to which nothing is bound any more. */
  pinEnding(voucherId: string, now: Date): Promise<readonly Put[]>;
}

function readers(table: Table, sealer: Sealer, index: IdNumberIndex): Pick<Vouchers, 'lockOf' | 'find' | 'bindingOf' | 'seatsOf' | 'accountsOf' | 'pinOf' | 'pinSeatOf'> {
  const versionAt = async (key: { pk: string; sk: string }): Promise<Was> => (await table.get(key))?.version ?? 'absent';
  const pinSeatOf = async (voucherId: string): Promise<PinSeat> => {
    const row = await table.get(pinKey(voucherId));
    return { pin: row && !isEnded(row) ? PinRow.parse(row) : undefined, was: row?.version ?? 'absent' };
  };
  return {
    lockOf: (idNumber) => lockIn(table, index, idNumber),
    async find(voucherId) {
      const key = voucherKey(voucherId);
      const row = await table.get(key);
      if (!row || isEnded(row)) return undefined;
      const open = (attribute: 'name' | 'idNumber') => sealer.open(String(row[attribute]), { ...key, attribute });
      return { ...VoucherRecord.parse({ ...row, name: open('name'), idNumber: open('idNumber') }), version: row.version };
    },
    async bindingOf(account) {
      const row = await table.get(bindingKey(account));
      return row && !isEnded(row) ? { ...Binding.parse({ ...row, openId: openIdIn(row, account, sealer) }), version: row.version } : undefined;
    },
    seatsOf: async (account, voucherId) => ({ account: await versionAt(bindingKey(account)), voucher: await versionAt(listedKey(voucherId, account)) }),
    async accountsOf(voucherId) {
      const rows = await table.query({ pk: voucherKey(voucherId).pk, prefix: BOUND });
      return rows.filter((row) => !isEnded(row)).map(({ sk }) => sk.slice(BOUND.length));
    },
    async pinOf(voucherId) {
      const { pin, was } = await pinSeatOf(voucherId);
      return pin && was !== 'absent' ? { ...pin, version: was } : undefined;
    },
    pinSeatOf,
  };
}

function endings(read: Pick<Vouchers, 'lockOf' | 'pinOf'>, sealer: Sealer): Pick<Vouchers, 'unbinding' | 'pinEnding' | 'ending'> {
  const pinEnding = async (voucherId: string, now: Date): Promise<readonly Put[]> => {
    const pin = await read.pinOf(voucherId);
    return pin ? [emptied({ ...pinKey(voucherId), version: pin.version }, now)] : [];
  };
  return {
    pinEnding,
    unbinding({ line, binding }, now) {
      const { row, was } = emptied({ ...bindingKey(binding.account), version: binding.version }, now);
      const { openId, channel } = bindingRow(binding, sealer);
      return [endedLine(line, now), { row: { ...row, openId, channel }, was }];
    },
    async ending({ voucherId, idNumber }, bound, now) {
      const lock = await read.lockOf(idNumber);
      return [
        ...lockPuts(lock, { former: [...lock.former, voucherId] }, now),
        ...(await pinEnding(voucherId, now)),
        ...bound.flatMap(({ line, binding }) => [endedLine(line, now), emptied({ ...bindingKey(binding.account), version: binding.version }, now)]),
      ];
    },
  };
}

/** Rows of vouchers, their PINs and bindings. */
export function vouchersIn(table: Table, sealer: Sealer, index: IdNumberIndex): Vouchers {
  const read = readers(table, sealer, index);
  const linesOf = (voucherId: string) => table.query({ pk: voucherKey(voucherId).pk, prefix: BOUND });
  const keeping = (next: Binding, was: number): Put => ({ row: bindingRow(next, sealer), was });
  return {
    ...read,
    ofPerson: async (idNumber) => (await read.lockOf(idNumber)).voucherId,
    keepPin: (next, was, puts = []) => table.write([...puts, pinPut(next, was)]),
    keepBinding: (next, was) => table.write([keeping(next, was)]),
    keeping,
    everBoundTo: async (voucherId) => (await linesOf(voucherId)).map(({ sk }) => sk.slice(BOUND.length)),
    issuing: (voucher, { pin, binding, head, lock, was }) => [
      ...lockPuts(lock, { voucherId: voucher.voucherId, former: lock.former }, new Date(voucher.activatedAt)),
      { row: sealedVoucher(voucher, head, sealer), was: 'absent' },
      pinPut(pin, 'absent'),
      ...arrivalPuts(binding, was, sealer),
    ],
    binding: (binding, was) => arrivalPuts(binding, was, sealer),
    listed: async (voucherId) => (await linesOf(voucherId)).filter((row) => !isEnded(row)).map(lineOf),
    wasBound: async (voucherId, binding) => (await linesOf(voucherId)).some((row) => isEnded(row) && formerIdOf(row) === binding),
    choosing: pinPut,
    ...endings(read, sealer),
  };
}
