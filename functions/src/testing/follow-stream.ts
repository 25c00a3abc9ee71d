import { isDeepStrictEqual } from 'node:util';
import type { Event } from '../events';
import type { Row, Table } from '../aws/table';

/** Tells the events that rows carry, each once, as the table's stream would; a memory table only. */
export function streamOf(table: Table, react: (event: Event) => Promise<void>): () => Promise<void> {
  const told = new Map<string, unknown>();
  return async () => {
    for (const row of [...(table as unknown as { rows: Map<string, Row> }).rows.values()]) {
      const id = `${row.pk}|${row.sk}`;
      if (row['event'] === undefined || isDeepStrictEqual(told.get(id), row['event'])) continue;
      told.set(id, row['event']);
      await react(row['event'] as Event);
    }
  };
}
