import type { Key } from '../aws/table';
import { canonical } from './canonical';
import { type ChainHead, type Deed, entryKey, NOTHING } from './entry';
import type { Mac } from './mac';

/** An entry as it is stored; `version` is the table's. */
export type EntryRow = Readonly<Record<string, unknown>>;

/** The MAC over all that a record says and where it stands; undefined where its key is unknown. */
export function macOf({ hash: _hash, version: _version, ...told }: EntryRow, mac: Mac): string | undefined {
  return mac.of(canonical(told), String(told['key']));
}

/** A record with its key becomes the one that follows the head; and the head after it. */
export function linked<R extends Key & EntryRow>(head: ChainHead, record: R, mac: Mac): { readonly row: R & { readonly hash: string }; readonly head: ChainHead } {
  const no = head.no + 1;
  const row = { ...record, no, key: mac.key, prevHash: head.hash };
  const hash = macOf(row, mac)!;
  return { row: { ...row, hash }, head: { no, hash } };
}

/** The entry that follows the head, and the head after it. */
export const following = (head: ChainHead, deed: Deed, mac: Mac) => linked(head, { ...entryKey(deed.event.voucherId, head.no + 1), ...deed }, mac);

export interface Flaw {
  readonly no: number;
  /** `beyond the head`: the head tells of fewer entries than there are. */
  readonly kind: 'altered' | 'missing' | 'unlinked' | 'cut' | 'beyond the head';
}

/** The number that an entry's place gives it. */
const numberOf = (row: EntryRow) => Number(String(row['sk']).slice('EV#'.length));

function flawOf(row: EntryRow, before: ChainHead, mac: Mac): Flaw['kind'] | undefined {
  if (typeof row['hash'] !== 'string' || macOf(row, mac) !== row['hash']) return 'altered';
  if (numberOf(row) !== before.no + 1) return 'missing';
  return row['prevHash'] === before.hash ? undefined : 'unlinked';
}

function endFlaws(head: ChainHead, last: ChainHead): Flaw[] {
  if (last.no < head.no) return [{ no: last.no + 1, kind: 'cut' }];
  if (last.no > head.no) return [{ no: head.no + 1, kind: 'beyond the head' }];
  return last.hash === head.hash ? [] : [{ no: head.no, kind: 'unlinked' }];
}

/** Everything that is wrong with a chain, in the order of its numbers; nothing for a sound one. */
export function flawsOf(head: ChainHead, rows: readonly EntryRow[], mac: Mac): readonly Flaw[] {
  const flaws: Flaw[] = [];
  let before = NOTHING;
  for (const row of rows) {
    const kind = flawOf(row, before, mac);
    if (kind) flaws.push({ no: numberOf(row), kind });
    before = { no: numberOf(row), hash: String(row['hash']) };
  }
  return [...flaws, ...endFlaws(head, before)];
}
