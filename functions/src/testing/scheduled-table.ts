import type { Scheduler } from 'fast-check';
import type { Table } from '../aws/table';
import { memoryTable } from './memory-table';

/** A memory table whose calls, once a scheduler is given, wait for it, so that fast-check chooses who comes first. */
export function scheduledTable() {
  const memory = memoryTable();
  let scheduler: Scheduler | undefined;
  const late = async <T>(name: string, act: () => Promise<T>): Promise<T> => {
    await scheduler?.schedule(Promise.resolve(), name);
    return act();
  };
  const table: Table = {
    get: (key) => late('get', () => memory.get(key)),
    query: (query) => late('query', () => memory.query(query)),
    write: (puts) => late('write', () => memory.write(puts)),
    count: (key, ttl) => late('count', () => memory.count(key, ttl)),
  };
  return { table: Object.assign(table, { rows: memory.rows, written: memory.written }), by: (next: Scheduler | undefined) => void (scheduler = next) };
}
