import { type IndexedRow, indexedPuts, readIndexed } from '../aws/indexed-row';
import type { Put, Table } from '../aws/table';
import type { IdNumberIndex } from '../crypto/digest';

/** What stands under an ID number: which voucher is its own now, and which were before and are closed. */
export interface Held {
  readonly voucherId?: string | undefined;
  readonly former: readonly string[];
}

/** The one place of an ID number, as it was read. */
export interface Lock extends Held, Pick<IndexedRow, 'places'> {}

const keyOf = (index: string) => ({ pk: `ID#${index}`, sk: 'LOCK' });

export async function lockIn(table: Table, index: IdNumberIndex, idNumber: string): Promise<Lock> {
  const { places, row } = await readIndexed(table, index(idNumber), keyOf);
  return { places, voucherId: row?.['voucherId'] as string | undefined, former: (row?.['former'] ?? []) as string[] };
}

/** Writes what an ID number holds at all its places. */
export const lockPuts = (lock: Lock, { voucherId, former }: Held, now: Date): readonly Put[] => indexedPuts(lock, { voucherId, former }, now);

/** Brings a lock to the place by the key in use, and lets the one before end; nothing where it is there. */
export const relockPuts = (lock: Lock, now: Date) => (lock.places[0].was === 'absent' && lock.voucherId !== undefined ? lockPuts(lock, lock, now) : []);
