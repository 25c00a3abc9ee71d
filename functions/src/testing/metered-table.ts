import type { Key, Put, RowQuery, Table } from '../aws/table';
import { memoryTable } from './memory-table';

/** What a request costs at the table, in the units by which DynamoDB counts, and how many bytes it left there. */
export interface Meter {
  /** Strongly consistent: one for each 4 KB begun. */
  readUnits: number;
  /** One for each KB begun of each row; two in a transaction. */
  writeUnits: number;
  /** More bytes stored than before. */
  bytes: number;
  /** Units of partitions that many people share, by their key. */
  shared: Record<string, number>;
}

/** Regions, the platforms' tokens, the data keys, the sample's one institution. */
const SHARED = /^(RG#ALL|TK#.*|KEY#.*|INST#.*)$/;

const KB = 1024;
const sizeOf = (value: unknown) => (value === undefined ? 0 : Buffer.byteLength(JSON.stringify(value)));
const readCost = (bytes: number) => Math.max(1, Math.ceil(bytes / (4 * KB)));
const writeCost = (bytes: number) => Math.max(1, Math.ceil(bytes / KB));

const empty = (): Meter => ({ readUnits: 0, writeUnits: 0, bytes: 0, shared: {} });

/** A memory table that counts what the same uses would cost. */
export function meteredTable(): { readonly table: ReturnType<typeof memoryTable>; readonly take: () => Meter } {
  const inner = memoryTable();
  let meter = empty();
  const stored = ({ pk, sk }: Key) => sizeOf(inner.rows.get(`${pk}|${sk}`));
  const read = (pk: string, units: number) => {
    meter.readUnits += units;
    if (SHARED.test(pk)) meter.shared[pk] = (meter.shared[pk] ?? 0) + units;
  };
  const table: Table = {
    async get(key) {
      const row = await inner.get(key);
      read(key.pk, readCost(sizeOf(row)));
      return row;
    },
    async query(query: RowQuery) {
      const rows = await inner.query(query);
      read(query.pk, readCost(sizeOf(rows)));
      return rows;
    },
    async write(puts: readonly Put[]) {
      const before = puts.map(({ row }) => stored(row));
      await inner.write(puts);
      const each = puts.length > 1 ? 2 : 1;
      puts.forEach(({ row }, i) => {
        meter.writeUnits += each * writeCost(Math.max(before[i]!, sizeOf(row)));
        meter.bytes += stored(row) - before[i]!;
      });
    },
    async count(key, ttl) {
      const before = stored(key);
      const count = await inner.count(key, ttl);
      meter.writeUnits += 1;
      meter.bytes += stored(key) - before;
      return count;
    },
  };
  const take = () => {
    const taken = meter;
    meter = empty();
    return taken;
  };
  return { table: { ...inner, ...table }, take };
}
