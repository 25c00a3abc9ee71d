import type { Table } from '../aws/table';
import { memoryTable } from './memory-table';

export type Failing = 'before it is done' | 'after it is done';

/** A memory table of which one use fails as a database does: before it is done, or done with the answer lost. */
export function faultyTable() {
  const memory = memoryTable();
  let plan: { nth: number; failing: Failing } | undefined;
  let used = 0;
  const use = async <T>(act: () => Promise<T>): Promise<T> => {
    used += 1;
    const failing = plan?.nth === used ? plan.failing : undefined;
    if (failing === 'before it is done') throw new Error('the database did not answer');
    const done = await act();
    if (failing === 'after it is done') throw new Error('the answer was lost');
    return done;
  };
  const table: Table = {
    get: (key) => use(() => memory.get(key)),
    query: (query) => use(() => memory.query(query)),
    write: (puts) => use(() => memory.write(puts)),
    count: (key, ttl) => use(() => memory.count(key, ttl)),
  };
  return {
    table: Object.assign(table, { rows: memory.rows, written: memory.written }),
    /** The use of this number from now on fails. */
    fail(nth: number, failing: Failing) {
      [plan, used] = [{ nth, failing }, 0];
    },
    /** Whether there were as many uses. */
    happened: () => plan !== undefined && used >= plan.nth,
  };
}
