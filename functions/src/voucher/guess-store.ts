import type { Table } from '../aws/table';
import type { Guesses } from './guess-limit';

const prefixOf = (window: number) => `GUESSES#${window}#`;
const keyOf = (orgId: string) => ({ pk: `RL#institution#${orgId}` });

/** One row for each operator, all of an institution in one place, so that one read tells both counts. */
export const guessesIn = (table: Table): Guesses => ({
  async of(orgId, window) {
    const rows = await table.query({ ...keyOf(orgId), prefix: prefixOf(window) });
    return new Map(rows.map(({ sk, count }) => [sk.slice(prefixOf(window).length), Number(count)]));
  },
  count: ({ orgId, operatorId }, window, ttl) => table.count({ ...keyOf(orgId), sk: `${prefixOf(window)}${operatorId}` }, ttl),
});
