import type { Put, Table } from '../aws/table';

/** Writes the rows of several rooms that end together, all or nothing. */
export const closingsIn = (table: Table) => ({ write: (puts: readonly Put[]) => table.write(puts) });
