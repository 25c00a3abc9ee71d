import { type Clock, later, MINUTE } from '@yibao/shared';
import { type Generation, type Keys, keysIn, keySetFrom, type Ring } from '../crypto/keys';
import type { KeyRow, KeyRows } from './key-rows';
import type { KeyProvider } from './provider';

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

/** The data keys of a table, opened; the first is made where there is none. Rejects where one of them does not open. */
async function ringIn(needs: KeyringNeeds, known: ReadonlyMap<string, Generation>): Promise<Ring> {
  const rows = await rowsOf(needs);
  const provider = await needs.provider();
  const open = async ({ id, table, wrapped, activeFrom }: KeyRow): Promise<Generation> =>
    known.get(id) ?? { keys: keySetFrom(await provider.unwrap(wrapped, { table, id }), id), activeFrom: new Date(activeFrom) };
  return { table: rows[0]!.table, generations: await Promise.all(rows.map(open)) };
}

/** Keys that are read at the first `refresh`; asked before that, they throw. */
export function keyringOf(needs: KeyringNeeds): Keyring {
  const { now } = needs;
  let read: { readonly ring: Ring; readonly at: Date } | undefined;
  let reading: Promise<void> | undefined;
  const ring = () => {
    if (!read) throw new Error('the keys are not read yet');
    return read.ring;
  };
  const readAgain = async () => {
    const at = now();
    const known = new Map(read?.ring.generations.map((generation) => [generation.keys.id, generation]));
    read = { ring: await ringIn(needs, known), at };
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
