import type { Row } from '../aws/table';
import { memoryTable } from './memory-table';

/** A memory table that remembers every state of every row. */
export function recordingTable() {
  const table = memoryTable();
  const written: Row[] = [];
  const remember = (key: { pk: string; sk: string }) => {
    const row = table.rows.get(`${key.pk}|${key.sk}`);
    if (row) written.push(row);
  };
  return {
    ...table,
    written,
    async write(puts: Parameters<typeof table.write>[0]) {
      await table.write(puts);
      puts.forEach(({ row }) => remember(row));
    },
    async count(key: Parameters<typeof table.count>[0], ttl: number) {
      const count = await table.count(key, ttl);
      remember(key);
      return count;
    },
  };
}
