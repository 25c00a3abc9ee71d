import type { Scheduler } from 'fast-check';
import type { Table } from '../aws/table';
import type { Failing } from './faulty-table';
import { memoryTable } from './memory-table';

/** Which uses of the table fail, counted from when the scheduler was given, and how. */
export type Faults = ReadonlyMap<number, Failing>;

/**
 * A memory table whose calls, once a scheduler is given, wait for it, so that fast-check chooses who comes first; some may fail as a database
 * does, before they are done or done with the answer lost.
 */
export function scheduledTable() {
  const memory = memoryTable();
  let scheduler: Scheduler | undefined;
  let faults: Faults = new Map();
  let used = 0;
  const late = async <T>(name: string, act: () => Promise<T>): Promise<T> => {
    await scheduler?.schedule(Promise.resolve(), name);
    used += 1;
    const failing = faults.get(used);
    if (failing === 'before it is done') throw new Error('the database did not answer');
    const done = await act();
    if (failing === 'after it is done') throw new Error('the answer was lost');
    return done;
  };
  const table: Table = {
    get: (key) => late('get', () => memory.get(key)),
    query: (query) => late('query', () => memory.query(query)),
    write: (puts) => late('write', () => memory.write(puts)),
    count: (key, ttl) => late('count', () => memory.count(key, ttl)),
  };
  return {
    table: Object.assign(table, { rows: memory.rows, written: memory.written }),
    by: (next: Scheduler | undefined, failing: Faults = new Map()) => void ([scheduler, faults, used] = [next, failing, 0]),
  };
}
