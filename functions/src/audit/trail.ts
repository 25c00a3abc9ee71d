import type { Put, Row, Table } from '../aws/table';
import { following } from './chain';
import { ChainHead, type Deed, Entry, NOTHING } from './entry';
import type { Mac } from './mac';

type Change = (row: Row) => Row;

/** The audit trail of every voucher. Its entries are written together with what they tell of, and never again. */
export interface Trail {
  /** The first entry of a voucher, and the head for its row. */
  begun(deed: Deed): { readonly head: ChainHead; readonly put: Put };
  /** The next entry, and the voucher's row with its new head (and what else changes there): to be written in one transaction with the deed. */
  telling(deed: Deed, change?: Change): Promise<readonly Put[]>;
  /** All entries of a voucher, oldest first. */
  of(voucherId: string): Promise<readonly Entry[]>;
}

const unchanged: Change = (row) => row;

export function trailIn(table: Table, mac: Mac): Trail {
  const next = (head: ChainHead, deed: Deed) => {
    const { row, head: after } = following(head, deed, mac);
    return { head: after, put: { row, was: 'absent' as const } };
  };
  return {
    begun: (deed) => next(NOTHING, deed),
    async telling(deed, change = unchanged) {
      const row = await table.get({ pk: `V#${deed.event.voucherId}`, sk: 'VOUCHER' });
      if (!row) throw new Error('an entry for no voucher');
      const { head, put } = next(ChainHead.parse(row['head']), deed);
      return [{ row: { ...change(row), head }, was: row.version }, put];
    },
    async of(voucherId) {
      return (await table.query({ pk: `V#${voucherId}`, prefix: 'EV#' })).map((row) => Entry.parse(row));
    },
  };
}
