import { Instant } from '@yibao/shared';
import * as z from 'zod/mini';
import { Conflict, type Put, type Table } from '../aws/table';
import type { KeyProvider } from './provider';

/** A data key as it is stored: wrapped. Nothing about it is secret. */
export const KeyRow = z.object({
  id: z.string().check(z.regex(/^k[1-9]\d{0,5}$/)),
  /** The table for which the first key was made. */
  table: z.string(),
  wrapped: z.string(),
  provider: z.enum(['kms', 'file']),
  madeAt: Instant,
  /** From then on new values are made with it. */
  activeFrom: Instant,
  /** While the keys move to another key of keys: which one, and the same data key wrapped by that. Both open until the move is finished. */
  nextKey: z.optional(z.string()),
  nextWrapped: z.optional(z.string()),
  /** When it last came to another key of keys. */
  movedAt: z.optional(Instant),
});
export type KeyRow = z.infer<typeof KeyRow>;

/** As it was read. */
const StoredKey = z.extend(KeyRow, { version: z.int() });
export type StoredKey = z.infer<typeof StoredKey>;

/** What this provider opens of a row. */
export const wrappedFor = ({ wrapped, nextKey, nextWrapped }: KeyRow, { keyOfKeys }: Pick<KeyProvider, 'keyOfKeys'>) => (nextKey === keyOfKeys ? nextWrapped! : wrapped);

export interface KeyRows {
  /** Oldest first. */
  all(): Promise<readonly StoredKey[]>;
  /** False where a key of this id is there already, or the newest one was changed since it was read. */
  add(row: KeyRow, newest?: StoredKey): Promise<boolean>;
  /** Throws Conflict where somebody changed it since it was read. */
  change(row: StoredKey): Promise<void>;
}

const KEYS_PK = 'KEY#DATA';

export const numberOf = ({ id }: Pick<KeyRow, 'id'>) => Number(id.slice(1));

const keyOf = (row: KeyRow) => ({ pk: 'KEY#DATA', sk: `KEY#${String(numberOf(row)).padStart(6, '0')}` });

const putOf = ({ version, ...row }: StoredKey): Put => ({ row: { ...keyOf(row), ...row }, was: version });

export const keyRowsIn = (table: Table): KeyRows => ({
  async all() {
    return (await table.query({ pk: KEYS_PK, prefix: 'KEY#' })).map((row) => StoredKey.parse(row));
  },
  async add(row, newest) {
    try {
      // The newest is written as it is: a move to another key of keys that begins meanwhile must not miss this one.
      await table.write([{ row: { ...keyOf(row), ...row }, was: 'absent' }, ...(newest ? [putOf(newest)] : [])]);
      return true;
    } catch (error) {
      if (error instanceof Conflict) return false;
      throw error;
    }
  },
  change: (row) => table.write([putOf(row)]),
});
