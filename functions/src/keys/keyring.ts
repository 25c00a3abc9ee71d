import { type Clock, HOUR, later, MINUTE } from '@yibao/shared';
import { type Generation, type Keys, keysIn, keySetFrom, type Ring } from '../crypto/keys';
import { type KeyRow, type KeyRows, wrappedFor } from './key-rows';
import { type KeyProvider, KeyRefused } from './provider';

export interface KeyringNeeds {
  readonly rows: KeyRows;
  /** Made when first needed. */
  readonly provider: () => Promise<KeyProvider>;
  /** The name of the table, kept with the first key. */
  readonly tableName: string;
  readonly now: Clock;
}

/** Keys that follow rotations. */
export interface Keyring extends Keys {
  /** To be awaited before each request: reads the table again when the last reading is old. */
  refresh(): Promise<void>;
}

const REFRESH_MS = 5 * MINUTE;

/**
 * How long a new key waits before it is used. Until then every running function has read it: a value or an index that
 * some function cannot find would look as if it were not there.
 */
export const ACTIVE_AFTER_MS = 2 * REFRESH_MS;

/** Wraps a new data key in a row. */
export async function newKeyRow({ table, id }: { table: string; id: string }, times: { madeAt: Date; activeFrom: Date }, provider: KeyProvider): Promise<KeyRow> {
  const { wrapped } = await provider.make({ table, id });
  return { id, table, wrapped, provider: provider.kind, madeAt: times.madeAt.toISOString(), activeFrom: times.activeFrom.toISOString() };
}

/** The rows; of parallel first starts one makes the first key, and all take that one. */
async function rowsOf({ rows, provider, tableName, now }: KeyringNeeds): Promise<readonly KeyRow[]> {
  const found = await rows.all();
  if (found.length > 0) return found;
  const at = now();
  await rows.add(await newKeyRow({ table: tableName, id: 'k1' }, { madeAt: at, activeFrom: at }, await provider()));
  return rows.all();
}

/** How long an opened data key serves before the provider is asked again, so that whoever denies the key of keys is heeded within the hour. */
export const KEPT_MS = HOUR;

/** An opened data key, and when it was opened. */
interface Kept {
  readonly generation: Generation;
  readonly openedAt: Date;
}

type Cache = ReadonlyMap<string, Kept>;

/** From the cache while it is young. A provider that cannot be reached lets an older one serve on; one that refuses does not. */
async function kept(row: KeyRow, { cache, provider, now }: { cache: Cache; provider: KeyProvider; now: Clock }): Promise<Kept> {
  const known = cache.get(row.id);
  const openedAt = now();
  if (known && later(known.openedAt, KEPT_MS) > openedAt) return known;
  try {
    const key = await provider.unwrap(wrappedFor(row, provider), { table: row.table, id: row.id });
    return { generation: { keys: keySetFrom(key, row.id), activeFrom: new Date(row.activeFrom) }, openedAt };
  } catch (error) {
    if (known && !(error instanceof KeyRefused)) return known;
    throw error;
  }
}

interface Reading {
  readonly ring: Ring;
  readonly cache: Cache;
  readonly at: Date;
}

/** The data keys of a table, opened; the first is made where there is none. Rejects where one of them does not open. */
async function readingOf(needs: KeyringNeeds, cache: Cache): Promise<Reading> {
  const at = needs.now();
  const rows = await rowsOf(needs);
  const provider = await needs.provider();
  const all = await Promise.all(rows.map((row) => kept(row, { cache, provider, now: needs.now })));
  return { ring: { table: rows[0]!.table, generations: all.map(({ generation }) => generation) }, cache: new Map(all.map((one) => [one.generation.keys.id, one])), at };
}

/** Keys that are read at the first `refresh`; asked before that, they throw. */
export function keyringOf(needs: KeyringNeeds): Keyring {
  const { now } = needs;
  let read: Reading | undefined;
  let reading: Promise<void> | undefined;
  const ring = () => {
    if (!read) throw new Error('the keys are not read yet');
    return read.ring;
  };
  const readAgain = async () => {
    try {
      read = await readingOf(needs, read?.cache ?? new Map());
    } catch (error) {
      if (error instanceof KeyRefused) read = undefined;
      throw error;
    }
  };
  const keyring = {
    refresh() {
      if (read && later(read.at, REFRESH_MS) > now()) return Promise.resolve();
      reading ??= readAgain().finally(() => (reading = undefined));
      return reading;
    },
  };
  // The keys' getters must stay getters, so nothing is spread.
  return Object.assign(keysIn(ring, now), keyring);
}
