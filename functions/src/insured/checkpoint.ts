import { Instant } from '@yibao/shared';
import * as z from 'zod/mini';
import type { Table } from '../aws/table';

/** How far a file is imported. Names the file by its digest and nobody in it. */
export const Checkpoint = z.object({
  /** Up to this line everything is done. */
  line: z.int(),
  added: z.int(),
  changed: z.int(),
  same: z.int(),
  /** Who did it, as the bureau names its people. */
  by: z.optional(z.string()),
  startedAt: Instant,
  finishedAt: z.optional(Instant),
});
export type Checkpoint = z.infer<typeof Checkpoint>;

export interface StoredCheckpoint {
  readonly state: Checkpoint;
  readonly was: number | 'absent';
}

const IMPORTS = 'IN#IMPORT';
const FILE = 'FILE#';
const keyOf = (digest: string) => ({ pk: IMPORTS, sk: `${FILE}${digest}` });

export const checkpointsIn = (table: Table) => ({
  async read(digest: string): Promise<StoredCheckpoint | undefined> {
    const row = await table.get(keyOf(digest));
    return row && { state: Checkpoint.parse(row), was: row.version };
  },
  /** Throws Conflict where somebody else imports the same file. */
  async keep(digest: string, { state, was }: StoredCheckpoint): Promise<StoredCheckpoint> {
    await table.write([{ row: { ...keyOf(digest), ...state }, was }]);
    return { state, was: was === 'absent' ? 1 : was + 1 };
  },
  /** Every file that was ever taken in. */
  all: async () => (await table.query({ pk: IMPORTS, prefix: FILE })).map((row) => ({ digest: row.sk.slice(FILE.length), state: Checkpoint.parse(row) })),
});
export type Checkpoints = ReturnType<typeof checkpointsIn>;
