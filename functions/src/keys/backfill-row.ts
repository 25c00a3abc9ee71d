import { Instant } from '@yibao/shared';
import * as z from 'zod/mini';
import type { Table } from '../aws/table';

/** How far the rows have come to the newest key. */
export const Backfill = z.object({
  /** The key that all rows shall have. */
  key: z.string(),
  startedAt: Instant,
  /** Where the scan goes on. */
  after: z.optional(z.string()),
  finishedAt: z.optional(Instant),
  rows: z.int(),
  /** Rows with values sealed anew. */
  resealed: z.int(),
  /** Locks of ID numbers made anew. */
  relocked: z.int(),
  /** PINs that wait for their holders, because only these know them. */
  oldPins: z.int(),
  /** Rows with values that do not open: somebody altered them. */
  broken: z.int(),
});
export type Backfill = z.infer<typeof Backfill>;

export interface StoredBackfill {
  readonly state: Backfill;
  readonly was: number | 'absent';
}

const KEY = { pk: 'KEY#DATA', sk: 'BACKFILL' };

export const backfillIn = (table: Table) => ({
  async read(): Promise<StoredBackfill | undefined> {
    const row = await table.get(KEY);
    return row && { state: Backfill.parse(row), was: row.version };
  },
  /** Throws Conflict where another back-fill runs. */
  async keep(state: Backfill, was: number | 'absent'): Promise<StoredBackfill> {
    await table.write([{ row: { ...KEY, ...state }, was }]);
    return { state, was: was === 'absent' ? 1 : was + 1 };
  },
});

export type BackfillRow = ReturnType<typeof backfillIn>;

/** Whether every row has come to this key; true for a table that never had another. */
export const isFilled = (stored: StoredBackfill | undefined, newest: string) => newest === 'k1' || (stored?.state.key === newest && stored.state.finishedAt !== undefined);
