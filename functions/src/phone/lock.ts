import { DAY, later, SECOND } from '@yibao/shared';
import { type IndexedRow, indexedPuts, readIndexed } from '../aws/indexed-row';
import type { Put, Table } from '../aws/table';
import type { PhoneIndex } from '../crypto/digest';
import type { Users } from './phone';

/** The one place of a phone number, as it was read. */
export interface PhoneLock extends Pick<IndexedRow, 'places'> {
  readonly users: Users | undefined;
}

const keyOf = (index: string) => ({ pk: `PH#${index}`, sk: 'LOCK' });

export async function phoneLockIn(table: Pick<Table, 'get'>, index: PhoneIndex, phone: string): Promise<PhoneLock> {
  const { places, row } = await readIndexed(table, index(phone), keyOf);
  const users = row?.['accounts'] === undefined ? undefined : { voucherId: String(row['voucherId']), accounts: row['accounts'] as string[] };
  return { places, users };
}

/** Who has the number from now on; nobody frees it, and the row disappears. */
export function phoneLockPuts(lock: PhoneLock, users: Users | undefined, now: Date): readonly Put[] {
  const ended = { endedAt: now.toISOString(), ttl: Math.ceil(later(now, DAY).getTime() / SECOND) };
  return indexedPuts(lock, users ? { ...users } : ended, now);
}

/** Brings a lock to the place by the key in use; nothing where it is there. */
export const phoneRelockPuts = (lock: PhoneLock, now: Date) => (lock.places[0].was === 'absent' && lock.users ? phoneLockPuts(lock, lock.users, now) : []);
