import { DAY, later, SECOND } from '@yibao/shared';
import type { Key, Put, Table } from '../aws/table';
import type { IdNumberIndex } from '../crypto/digest';

interface LockPlace {
  readonly key: Key;
  readonly was: number | 'absent';
}

/** What stands under an ID number: which voucher is its own now, and which were before and are closed. */
export interface Held {
  readonly voucherId?: string | undefined;
  readonly former: readonly string[];
}

/** The one place of an ID number, as it was read. While an index key is changed it stands under both. */
export interface Lock extends Held {
  /** By the key in use, then by the one before where there is one. */
  readonly places: readonly [LockPlace, ...LockPlace[]];
}

const keyOf = (index: string) => ({ pk: `ID#${index}`, sk: 'LOCK' });

export async function lockIn(table: Table, index: IdNumberIndex, idNumber: string): Promise<Lock> {
  const { current, previous } = index(idNumber);
  const read = async (text: string) => {
    const key = keyOf(text);
    const row = await table.get(key);
    return { place: { key, was: row?.version ?? ('absent' as const) }, row };
  };
  const [first, second] = await Promise.all([read(current), previous === undefined ? undefined : read(previous)]);
  const row = first.row ?? second?.row;
  const places = [first.place, ...(second ? [second.place] : [])] as const;
  return { places, voucherId: row?.['voucherId'] as string | undefined, former: (row?.['former'] ?? []) as string[] };
}

/** How long the place by the key before is needed: longer than any function still knows only that key. */
const PREVIOUS_LASTS_MS = DAY;

/**
 * Writes what an ID number holds at all its places. Of two functions, one of which knows only the key before, one fails:
 * both write the place by that key.
 */
export function lockPuts({ places }: Lock, { voucherId, former }: Held, now: Date): readonly Put[] {
  const ttl = Math.ceil(later(now, PREVIOUS_LASTS_MS).getTime() / SECOND);
  return places.map(({ key, was }, i) => ({ row: { ...key, voucherId, former, ...(i === 0 ? {} : { ttl }) }, was }));
}

/** Brings a lock to the place by the key in use, and lets the one before end; nothing where it is there. */
export const relockPuts = (lock: Lock, now: Date) => (lock.places[0].was === 'absent' && lock.voucherId !== undefined ? lockPuts(lock, lock, now) : []);
