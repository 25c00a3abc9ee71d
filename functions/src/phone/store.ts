import type { Put, Table } from '../aws/table';
import type { PhoneIndex } from '../crypto/digest';
import type { Sealer } from '../crypto/sealer';
import { phoneLockIn, type PhoneLock, phoneLockPuts } from './lock';
import type { FormerPhone, HeldPhone, Users } from './phone';
import { FORMER, formerPrefix, HELD, phoneRows } from './phone-rows';

/** A binding's number as it was read, with the version that a write of it must name. */
export interface Seat {
  readonly held: HeldPhone | undefined;
  readonly was: number | 'absent';
}

export interface Phones {
  seatOf(voucherId: string, account: string): Promise<Seat>;
  /** The numbers of all bindings of a voucher. */
  listed(voucherId: string): Promise<readonly HeldPhone[]>;
  lockOf(phone: string): Promise<PhoneLock>;
  /** The number that a binding had last, where it ended within a day; that of one moment where it is named. */
  formerOf(voucherId: string, account: string, endedAt?: string): Promise<FormerPhone | undefined>;
  /** The numbers that bindings of a voucher had until within the last day. */
  everHeld(voucherId: string): Promise<readonly FormerPhone[]>;
  held(next: HeldPhone, was: number | 'absent'): Put;
  emptied(held: HeldPhone, was: number | 'absent', now: Date): Put;
  /** `was`: as for the row that held it. */
  former(former: FormerPhone, was: number | 'absent'): Put;
  locked(lock: PhoneLock, users: Users | undefined, now: Date): readonly Put[];
}

/** Phone numbers by binding, and by a digest of the number for who holds it. */
export function phonesIn(table: Table, sealer: Sealer, index: PhoneIndex): Phones {
  const rows = phoneRows(sealer);
  return {
    async seatOf(voucherId, account) {
      const row = await table.get(rows.heldKey({ voucherId, account }));
      return { held: rows.heldIn(row), was: row?.version ?? 'absent' };
    },
    async listed(voucherId) {
      const found = await table.query({ pk: `V#${voucherId}`, prefix: HELD });
      return found.flatMap((row) => rows.heldIn(row) ?? []);
    },
    lockOf: (phone) => phoneLockIn(table, index, phone),
    async formerOf(voucherId, account, endedAt = '') {
      const [row] = await table.query({ pk: `V#${voucherId}`, prefix: `${formerPrefix(account)}${endedAt}`, newestFirst: true, limit: 1 });
      return row && rows.formerIn(row);
    },
    everHeld: async (voucherId) => (await table.query({ pk: `V#${voucherId}`, prefix: FORMER })).map(rows.formerIn),
    held: (next, was) => ({ row: rows.held(next), was }),
    emptied: (held, was, now) => ({ row: rows.emptied(held, now), was }),
    former: rows.former,
    locked: phoneLockPuts,
  };
}
