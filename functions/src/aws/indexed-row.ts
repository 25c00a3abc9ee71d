import { DAY, later, SECOND } from '@yibao/shared';
import type { Key, Put, Row, Table } from './table';

/** A value's digest by the key in use, by the one before where there is one, and by still older ones where rows may have stayed there. */
export interface Digests {
  readonly current: string;
  readonly previous: string | undefined;
  /** Newest first. */
  readonly older?: readonly string[];
}

interface Place {
  readonly key: Key;
  readonly was: number | 'absent';
}

/** A row that is found by a digest, as it was read. While the digest's key is changed it stands under both. */
export interface IndexedRow {
  readonly row: Row | undefined;
  /** By the key in use, then by the one before where there is one, then wherever else the row stands. */
  readonly places: readonly [Place, ...Place[]];
}

/** Reads all places at once, so that a row that is nowhere takes the same work as one that is there. */
export async function readIndexed(table: Pick<Table, 'get'>, { current, previous, older = [] }: Digests, keyOf: (digest: string) => Key): Promise<IndexedRow> {
  const read = async (digest: string) => {
    const key = keyOf(digest);
    const row = await table.get(key);
    return { place: { key, was: row?.version ?? ('absent' as const) }, row };
  };
  const second = previous === undefined ? [] : [previous];
  const [first, ...others] = await Promise.all([read(current), ...[...second, ...older].map(read)] as const);
  const written = others.filter(({ row }, i) => i < second.length || row !== undefined);
  return { row: [first, ...others].find(({ row }) => row !== undefined)?.row, places: [first.place, ...written.map(({ place }) => place)] };
}

/** How long the place by the key before is needed: longer than any function still knows only that key. */
const PREVIOUS_LASTS_MS = DAY;

/**
 * Writes a row at all its places. Of two functions, one of which knows only the key before, one fails: both write the place by that key.
 */
export function indexedPuts({ places }: Pick<IndexedRow, 'places'>, content: Readonly<Record<string, unknown>>, now: Date): readonly Put[] {
  const ttl = Math.ceil(later(now, PREVIOUS_LASTS_MS).getTime() / SECOND);
  return places.map(({ key, was }, i) => ({ row: { ...key, ...content, ...(i === 0 ? {} : { ttl }) }, was }));
}
