import type { Table } from '../aws/table';
import { memoryTable } from './memory-table';

/** A memory table before whose nth use from now on something else happens, once. */
export function interleavingTable() {
  const table = memoryTable();
  let left = -1;
  let meanwhile: () => Promise<unknown> = () => Promise.resolve();
  const turn = async () => {
    left -= 1;
    if (left === 0) await meanwhile();
  };
  const before = <A extends readonly unknown[], R>(use: (...given: A) => Promise<R>) => async (...given: A) => {
    await turn();
    return use(...given);
  };
  const watched: Table = {
    get: before((key: Parameters<Table['get']>[0]) => table.get(key)),
    query: before((query: Parameters<Table['query']>[0]) => table.query(query)),
    write: before((puts: Parameters<Table['write']>[0]) => table.write(puts)),
    count: before((key: Parameters<Table['count']>[0], ttl: number) => table.count(key, ttl)),
  };
  return {
    ...table,
    ...watched,
    /** What happens before the nth use; says whether it came to that. */
    at(nth: number, what: () => Promise<unknown>): () => boolean {
      left = nth;
      meanwhile = what;
      return () => left <= 0;
    },
  };
}
