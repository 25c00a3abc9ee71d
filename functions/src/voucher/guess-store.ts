import type { Table } from '../aws/table';
import type { Guesses } from './guess-limit';

const keyOf = (desk: string, window: number) => ({ pk: `RL#${desk}`, sk: `GUESSES#${window}` });

export const guessesIn = (table: Table): Guesses => ({
  async made(desk, window) {
    return Number((await table.get(keyOf(desk, window)))?.['count'] ?? 0);
  },
  count: (desk, window, ttl) => table.count(keyOf(desk, window), ttl),
});
