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
  /** The same for several deeds on one voucher at once. */
  tellingAll(deeds: readonly [Deed, ...Deed[]], change?: Change): Promise<readonly Put[]>;
  /** All entries of a voucher, oldest first. */
  of(voucherId: string): Promise<readonly Entry[]>;
}

const unchanged: Change = (row) => row;

export function trailIn(table: Table, mac: Mac): Trail {
  const next = (head: ChainHead, deed: Deed) => {
    const { row, head: after } = following(head, deed, mac);
    return { head: after, put: { row, was: 'absent' as const } };
  };
  const tellingAll: Trail['tellingAll'] = async (deeds, change = unchanged) => {
    const row = await table.get({ pk: `V#${deeds[0].event.voucherId}`, sk: 'VOUCHER' });
    if (!row) throw new Error('an entry for no voucher');
    let head = ChainHead.parse(row['head']);
    const puts = deeds.map((deed) => {
      const entry = next(head, deed);
      head = entry.head;
      return entry.put;
    });
    return [{ row: { ...change(row), head }, was: row.version }, ...puts];
  };
  return {
    begun: (deed) => next(NOTHING, deed),
    telling: (deed, change) => tellingAll([deed], change),
    tellingAll,
    async of(voucherId) {
      return (await table.query({ pk: `V#${voucherId}`, prefix: 'EV#' })).map((row) => Entry.parse(row));
    },
  };
}
