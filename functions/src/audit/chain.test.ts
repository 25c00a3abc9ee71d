import type { EventOf } from '../events';
import { keysFrom } from '../crypto/keys';
import { type EntryRow, flawsOf, following } from './chain';
import { byCitizen, type ChainHead, type Deed, NOTHING } from './entry';
import { canonical } from './canonical';
import { macWith } from './mac';

const mac = macWith(keysFrom('a root key that is only for tests, 32+'), 'audit-chain');

const deed = (minute: number): Deed => {
  const event: EventOf<'seed.moved'> = { type: 'seed.moved', voucherId: 'v1', at: `2026-11-22T02:0${minute}:00.000Z`, channel: 'weapp' };
  return { event, actor: byCitizen({ account: 'a1', channel: 'weapp' }), reason: 'holder', before: { device: '…dddd' }, after: { device: '…eeee' } };
};

/** Four entries as the table would give them back. */
function chain(): { head: ChainHead; rows: (EntryRow & { version: number })[] } {
  let head = NOTHING;
  const rows = [1, 2, 3, 4].map((minute) => {
    const made = following(head, deed(minute), mac);
    head = made.head;
    return JSON.parse(JSON.stringify({ ...made.row, version: 1 })) as EntryRow & { version: number };
  });
  return { head, rows };
}

test('a chain as it was written is sound', () => {
  const { head, rows } = chain();
  expect(flawsOf(head, rows, mac)).toEqual([]);
});

test('no entries and no head is a sound chain', () => {
  expect(flawsOf(NOTHING, [], mac)).toEqual([]);
});

const changed: readonly (readonly [string, (row: EntryRow) => EntryRow])[] = [
  ['time', (row) => ({ ...row, event: { ...(row['event'] as object), at: '2026-11-23T00:00:00.000Z' } })],
  ['actor', (row) => ({ ...row, actor: { kind: 'system' } })],
  ['reason', (row) => ({ ...row, reason: 'rule' })],
  ['facts before', (row) => ({ ...row, before: { device: '…ffff' } })],
  ['facts after, left out', ({ after: _after, ...row }) => row],
  ['attribute that was not there', (row) => ({ ...row, note: 'approved' })],
  ['hash', (row) => ({ ...row, hash: 'f'.repeat(64) })],
  ['key', (row) => ({ ...row, key: 'k0' })],
  ['previous hash', (row) => ({ ...row, prevHash: '' })],
  ['everything', ({ pk, sk }) => ({ pk, sk })],
];

test.each(changed)('a tampered entry is found: its %s', (_what, change) => {
  const { head, rows } = chain();
  const tampered = rows.map((row, i) => (i === 1 ? change(row) : row));
  expect(flawsOf(head, tampered, mac)).toContainEqual({ no: 2, kind: 'altered' });
});

test('an entry of another voucher is found', () => {
  const { head, rows } = chain();
  expect(flawsOf(head, rows.map((row) => ({ ...row, pk: 'V#v2' })), mac)).toHaveLength(4);
});

test.each([
  [1, [{ no: 2, kind: 'missing' }]],
  [2, [{ no: 3, kind: 'missing' }]],
  [4, [{ no: 4, kind: 'cut' }]],
])('a chain without its entry %i is found cut', (no, flaws) => {
  const { head, rows } = chain();
  expect(flawsOf(head, rows.filter((_, i) => i !== no - 1), mac)).toEqual(flaws);
});

test('a chain without any entry is found cut', () => {
  expect(flawsOf(chain().head, [], mac)).toEqual([{ no: 1, kind: 'cut' }]);
});

test('two entries that changed places are found', () => {
  const { head, rows } = chain();
  const places = rows.map(({ pk, sk }) => ({ pk, sk }));
  const swapped = [rows[0]!, { ...rows[2]!, ...places[1] }, { ...rows[1]!, ...places[2] }, rows[3]!];
  expect(flawsOf(head, swapped, mac)).toEqual(expect.arrayContaining([{ no: 2, kind: 'altered' }, { no: 3, kind: 'altered' }]));
});

test('an inserted entry is found, even one that the service itself made for another end', () => {
  const { head, rows } = chain();
  const other = following({ no: 1, hash: String(rows[0]!['hash']) }, deed(9), mac).row;
  expect(flawsOf(head, [rows[0]!, other, ...rows.slice(2)], mac)).toEqual([{ no: 3, kind: 'unlinked' }]);
  const more = following(head, deed(5), mac).row;
  expect(flawsOf(head, [...rows, more], mac)).toEqual([{ no: 5, kind: 'beyond the head' }]);
});

test('a last entry that was replaced is found by the head', () => {
  const { head, rows } = chain();
  const other = following({ no: 3, hash: String(rows[2]!['hash']) }, deed(9), mac).row;
  expect(flawsOf(head, [...rows.slice(0, 3), other], mac)).toEqual([{ no: 4, kind: 'unlinked' }]);
});

test('who has another root key cannot write an entry', () => {
  const forger = macWith(keysFrom('another root key only for tests, 32+'), 'audit-chain');
  const made = following(NOTHING, deed(1), forger);
  expect(flawsOf(made.head, [made.row], mac)).toEqual([{ no: 1, kind: 'altered' }]);
});

test('the canonical text does not depend on the order of keys nor on absent parts', () => {
  expect(canonical({ b: [1, { d: 'x', c: null }], a: undefined })).toBe('{"b":[1,{"c":null,"d":"x"}]}');
});
