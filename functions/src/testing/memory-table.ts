import { Conflict, type Key, nextVersion, type Put, type Row, type Table } from '../aws/table';

const idOf = ({ pk, sk }: Key) => `${pk}|${sk}`;
const copy = <T>(value: T) => JSON.parse(JSON.stringify(value)) as T;

/** What DynamoDB writes in one transaction. */
const MOST_ROWS = 100;

/** A table that fits in a test. It keeps the promises of aws/table.ts, see store-promises.test.ts. */
export function memoryTable(): Table & { readonly rows: Map<string, Row>; readonly written: Row[] } {
  const rows = new Map<string, Row>();
  const written: Row[] = [];
  const disturbed = ({ row, was }: Put) => (rows.get(idOf(row))?.version ?? 'absent') !== was;
  return {
    rows,
    written,
    get: async (key) => (rows.has(idOf(key)) ? copy(rows.get(idOf(key))) : undefined),
    async query({ pk, prefix, newestFirst = false, limit = Infinity, after }) {
      const found = [...rows.values()].filter((row) => row.pk === pk && row.sk.startsWith(prefix)).sort((a, b) => (a.sk < b.sk ? -1 : 1));
      const ordered = newestFirst ? found.reverse() : found;
      const behind = after === undefined ? ordered : ordered.filter(({ sk }) => (newestFirst ? sk < after : sk > after));
      return copy(behind.slice(0, limit));
    },
    async write(puts) {
      if (puts.length > MOST_ROWS) throw new Error('more rows than a transaction holds');
      const first = puts.find(disturbed);
      if (first) throw new Conflict(rows.get(idOf(first.row)));
      for (const put of puts) rows.set(idOf(put.row), copy({ ...put.row, version: nextVersion(put) }));
      written.push(...puts.map(({ row }) => rows.get(idOf(row))!));
    },
    async count(key, ttl) {
      const count = Number(rows.get(idOf(key))?.['count'] ?? 0) + 1;
      rows.set(idOf(key), { ...key, version: count, count, ttl });
      written.push(rows.get(idOf(key))!);
      return count;
    },
  };
}
