import { isDeepStrictEqual } from 'node:util';
import type { Key, Row, Table } from '../aws/table';
import type { Event } from '../events';

/** Tells the events of all that was written to a memory table since the last call, as the table's stream would. */
export function streamOf(table: Table, react: (event: Event, key: Key) => Promise<void>): () => Promise<void> {
  const { written } = table as unknown as { written: readonly Row[] };
  const before = new Map<string, unknown>();
  let read = 0;
  return async () => {
    for (; read < written.length; read += 1) {
      const { pk, sk, event } = written[read]!;
      const isNew = event !== undefined && !isDeepStrictEqual(before.get(`${pk}|${sk}`), event);
      if (isNew) await react(event as Event, { pk, sk });
      before.set(`${pk}|${sk}`, event);
    }
  };
}
