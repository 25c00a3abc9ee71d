import { Instant } from '@yibao/shared';
import * as z from 'zod/mini';
import type { Table } from '../aws/table';

/** That the imported persons were taken away; without `finishedAt` it was interrupted. */
const ClearingRecord = z.object({ by: z.string(), reason: z.string(), persons: z.int(), at: Instant, finishedAt: z.optional(Instant) });
export type ClearingRecord = z.infer<typeof ClearingRecord>;

const IMPORTS = 'IN#IMPORT';
const CLEARED = 'CLEARED#';

export const clearingsIn = (table: Table) => ({
  /** Gives the version that was written. */
  async keep(record: ClearingRecord, was: number | 'absent'): Promise<number> {
    await table.write([{ row: { pk: IMPORTS, sk: `${CLEARED}${record.at}`, ...record }, was }]);
    return was === 'absent' ? 1 : was + 1;
  },
  /** Oldest first. */
  all: async (): Promise<readonly ClearingRecord[]> => (await table.query({ pk: IMPORTS, prefix: CLEARED })).map((row) => ClearingRecord.parse(row)),
});
export type Clearings = ReturnType<typeof clearingsIn>;
