import type { OwnNotice } from '@yibao/shared';
import type { Table } from '../aws/table';

/** Of what a holder was told within the last month, and by which way, the oldest first; to export it. */
export const pushesKnownIn = (table: Pick<Table, 'query'>) => ({
  async of(voucherId: string): Promise<readonly OwnNotice[]> {
    const rows = await table.query({ pk: `V#${voucherId}`, prefix: 'PUSH#' });
    return rows.map(({ at, what, outcome }) => ({ at: String(at), what: String(what), by: String(outcome) })).sort((a, b) => (a.at < b.at ? -1 : 1));
  },
});
