import type { Table } from '../aws/table';
import type { LookupCounts } from './lookup-limit';

export const lookupsIn = (table: Pick<Table, 'count'>): LookupCounts => ({
  count: (operator, { ms, no, ttl }) => table.count({ pk: `RL#operator#${operator}`, sk: `LOOKUPS#${ms}#${no}` }, ttl),
});
