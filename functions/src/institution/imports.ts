import { Instant } from '@yibao/shared';
import * as z from 'zod/mini';
import type { Table } from '../aws/table';

/** That a file of institutions was registered: by whom, and what it changed. */
const ImportRecord = z.object({ by: z.string(), at: Instant, digest: z.string(), added: z.int(), changed: z.int(), same: z.int(), bad: z.int() });
export type ImportRecord = z.infer<typeof ImportRecord>;

export interface InstitutionImports {
  note(record: ImportRecord): Promise<void>;
  /** Oldest first. */
  all(): Promise<readonly ImportRecord[]>;
}

const IMPORTS = 'INST#IMPORTS';
const FILE = 'FILE#';

export const institutionImportsIn = (table: Table): InstitutionImports => ({
  note: (record) => table.write([{ row: { pk: IMPORTS, sk: `${FILE}${record.at}#${record.digest}`, ...record }, was: 'absent' }]),
  all: async () => (await table.query({ pk: IMPORTS, prefix: FILE })).map((row) => ImportRecord.parse(row)),
});
