import { later } from '@yibao/shared';
import type { Row, Table } from '../aws/table';
import type { Scan } from '../aws/table-scan';
import type { Anchored } from './anchor';
import { STREAM_MS } from './check';
import { ChainHead } from './entry';

type Reading = Pick<Table, 'get' | 'query'>;

/** Uses follow the stream: those of before this moment are written when an anchor is made at `at`. */
const settledBefore = (at: Date) => `USE#${later(at, -STREAM_MS).toISOString()}`;

async function settledUses(chain: string, at: Date, table: Reading): Promise<number> {
  if (!chain.startsWith('V#')) return 0;
  const [uses, end] = [await table.query({ pk: chain, prefix: 'USE#' }), settledBefore(at)];
  return uses.filter(({ sk }) => sk < end).length;
}

const headIn = (row: Row) => (row.sk === 'VOUCHER' ? row['head'] : row.pk.startsWith('OJ#') && row.sk === 'HEAD' ? row : undefined);

const PAGE = 200;

/** The end of every chain in a table, and how many uses were settled; a chain without its end is for the check to find. */
export async function* chainsOf({ table, scan }: { table: Reading; scan: Scan }, at: Date): AsyncGenerator<Anchored> {
  let next: string | undefined;
  do {
    const page = await scan.page(next, PAGE);
    for (const row of page.rows) {
      const head = ChainHead.safeParse(headIn(row));
      if (head.success) yield { chain: row.pk, ...head.data, uses: await settledUses(row.pk, at, table) };
    }
    next = page.next;
  } while (next !== undefined);
}

export type AnchorFlaw = 'vanished' | 'set back' | 'rewritten' | 'uses gone';

const entryAt = (no: number) => `EV#${String(no).padStart(12, '0')}`;

/** What happened since the anchor to a chain that can only grow; undefined where nothing did that is not growth. */
export async function anchorFlawOf({ chain, no, hash, uses }: Anchored, at: Date, table: Reading): Promise<AnchorFlaw | undefined> {
  const entry = await table.get({ pk: chain, sk: entryAt(no) });
  if (!entry) return (await table.query({ pk: chain, prefix: 'EV#', limit: 1 })).length === 0 ? 'vanished' : 'set back';
  if (entry['hash'] !== hash) return 'rewritten';
  return (await settledUses(chain, at, table)) < uses ? 'uses gone' : undefined;
}
