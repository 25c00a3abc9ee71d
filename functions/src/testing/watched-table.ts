import type { Table } from '../aws/table';
import type { memoryTable } from './memory-table';

/** A table that tells verb and kind of row of every operation; names and digests in the keys are left out. */
export function watchedTable(memory: ReturnType<typeof memoryTable>) {
  const operations: string[] = [];
  const note = (verb: string, { pk, sk }: { pk: string; sk: string }) => operations.push(`${verb} ${pk.split('#')[0]} ${sk.split('#')[0]}`);
  const watching: Table = {
    ...memory,
    get: (key) => (note('get', key), memory.get(key)),
    query: (query) => (note('query', { pk: query.pk, sk: query.prefix }), memory.query(query)),
    write: (puts) => (puts.forEach(({ row }) => note('write', row)), memory.write(puts)),
    count: (key, ttl) => (note('count', key), memory.count(key, ttl)),
  };
  return { watching: Object.assign(watching, { rows: memory.rows, written: memory.written }), operations };
}
