import { DAY, later, SECOND } from '@yibao/shared';
import type { Put, Table } from '../aws/table';
import { Note, noted, type Noting, readersOf } from './note';

export interface Notes {
  of(account: string): Promise<Note | undefined>;
  /** The notes of everyone whom an unbinding concerns, with it. */
  adding(noting: Noting): Promise<readonly Put[]>;
  /** What an account whose holder has closed everything is still told: nothing. Its row disappears a day later. */
  erasing(account: string, now: Date): Promise<readonly Put[]>;
}

/** How long an account is told why it is bound no more. */
const KEPT_MS = 90 * DAY;

const keyOf = (account: string) => ({ pk: `A#${account}`, sk: 'UNBOUND' });

const ttlOf = ({ unbinding }: Noting) => Math.ceil(later(new Date(unbinding.closedAt), KEPT_MS).getTime() / SECOND);

/** What accounts are told of unbindings. */
export function notesIn(table: Table): Notes {
  const read = async (account: string) => {
    const row = await table.get(keyOf(account));
    return { note: row && row['endedAt'] === undefined ? Note.parse(row) : undefined, was: row?.version ?? ('absent' as const) };
  };
  return {
    of: async (account) => (await read(account)).note,
    adding: (noting) =>
      Promise.all(
        readersOf(noting).map(async (account) => {
          const { note, was } = await read(account);
          return { row: { ...keyOf(account), ...noted(note, account, noting), ttl: ttlOf(noting) }, was };
        }),
      ),
    async erasing(account, now) {
      const { note, was } = await read(account);
      return note ? [{ row: { ...keyOf(account), endedAt: now.toISOString(), ttl: Math.ceil(later(now, DAY).getTime() / SECOND) }, was }] : [];
    },
  };
}

/** Writes the rows of several rooms that end together, all or nothing. */
export const closingsIn = (table: Table) => ({ write: (puts: readonly Put[]) => table.write(puts) });
