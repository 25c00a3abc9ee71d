import { later, MINUTE } from '@yibao/shared';
import { KMSInvalidStateException } from '@aws-sdk/client-kms';
import * as fc from 'fast-check';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { kmsKeys } from '../aws/kms-keys';
import { sealerWith } from '../crypto/sealer';
import { memoryTable } from '../testing/memory-table';
import { memoryKms } from '../testing/memory-kms';
import { keyRowsIn } from './key-rows';
import { ACTIVE_AFTER_MS, keyringOf } from './keyring';
import type { KeyProvider } from './provider';
import { providerAt } from './provider-at';
import { rotate } from './rotate';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yibao-keys-'));
});
afterAll(() => rm(folder, { recursive: true }));

const ARN = 'arn:aws-cn:kms:cn-north-1:111122223333:key/00000000-0000-4000-8000-000000000000';
const fileNamed = (name: string) => providerAt(pathToFileURL(join(folder, name)).href);
const PLACE = { pk: 'V#1', sk: 'VOUCHER', attribute: 'name' };

function world(provider: () => Promise<KeyProvider>) {
  const table = memoryTable();
  const clock = { at: new Date('2026-11-22T02:00:00.000Z') };
  const needs = { rows: keyRowsIn(table), provider, tableName: 'yibao', now: () => clock.at };
  return { table, clock, needs, pass: (ms: number) => void (clock.at = later(clock.at, ms)) };
}

const providers: [string, () => () => Promise<KeyProvider>][] = [
  ['in a file', () => fileNamed('master.key')],
  ['in KMS', () => { const kms = memoryKms(); return () => Promise.resolve(kmsKeys(ARN, kms)); }],
];

describe.each(providers)('with the key of keys %s', (_where, open) => {
  test('parallel first starts agree on one data key, which lies in the table only wrapped', async () => {
    const { table, needs } = world(open());
    const rings = Array.from({ length: 20 }, () => keyringOf(needs));
    await Promise.all(rings.map((ring) => ring.refresh()));
    const sealed = sealerWith(rings[0]!).seal('张三', PLACE);
    expect(rings.map((ring) => sealerWith(ring).open(sealed, PLACE))).toEqual(Array.from({ length: 20 }, () => '张三'));
    expect([...table.rows.values()]).toEqual([expect.objectContaining({ pk: 'KEY#DATA', id: 'k1', table: 'yibao' })]);
  });

  test('a rotated key is used from ten minutes later on, and what was sealed before still opens', async () => {
    const { needs, pass } = world(open());
    const ring = keyringOf(needs);
    await ring.refresh();
    const old = sealerWith(ring).seal('张三', PLACE);
    await rotate(needs);
    pass(ACTIVE_AFTER_MS - 1);
    await ring.refresh();
    expect([ring.id, ring.previous?.id]).toEqual(['k1', undefined]);
    pass(1);
    expect([ring.id, ring.previous?.id, ring.first.id]).toEqual(['k2', 'k1', 'k1']);
    expect(sealerWith(ring).open(old, PLACE)).toBe('张三');
    expect(ring.at(new Date('2026-11-22T02:05:00.000Z')).id).toBe('k1');
  });

  test('of parallel rotations one makes the next key', async () => {
    const { needs } = world(open());
    await keyringOf(needs).refresh();
    const made = await Promise.all(Array.from({ length: 5 }, () => rotate(needs)));
    expect(made.filter((row) => row !== undefined)).toHaveLength(1);
    expect((await needs.rows.all()).map(({ id }) => id)).toEqual(['k1', 'k2']);
  });

  test.each([
    ['altered', (wrapped: string) => wrapped.replace(/.{8}$/, 'AAAAAAA=')],
    ['cut', (wrapped: string) => wrapped.slice(0, 20)],
    ['absent', () => ''],
  ])('a wrapped key that is %s stops the start', async (_what, change) => {
    const { table, needs } = world(open());
    await keyringOf(needs).refresh();
    const [place, row] = [...table.rows][0]!;
    table.rows.set(place, { ...row, wrapped: change(String(row['wrapped'])) });
    const ring = keyringOf(needs);
    await expect(ring.refresh()).rejects.toThrow();
    expect(() => ring.id).toThrow('not read yet');
  });

  test('a wrapped key taken from another table or put under another id does not open', async () => {
    const provider = await open()();
    const { wrapped } = await provider.make({ table: 'yibao', id: 'k1' });
    await expect(provider.unwrap(wrapped, { table: 'yibao', id: 'k2' })).rejects.toThrow();
    await expect(provider.unwrap(wrapped, { table: 'yibao-2', id: 'k1' })).rejects.toThrow();
    expect(await provider.unwrap(wrapped, { table: 'yibao', id: 'k1' })).toHaveLength(32);
  });
});

test('whoever refreshes before each request never meets a key that it does not know, however rotations fall', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.record({ who: fc.nat(3), wait: fc.integer({ min: 0, max: 7 * MINUTE }), rotates: fc.boolean() }), { minLength: 5, maxLength: 40 }), async (steps) => {
      const kms = memoryKms();
      const { needs, pass } = world(() => Promise.resolve(kmsKeys(ARN, kms)));
      const rings = Array.from({ length: 4 }, () => keyringOf(needs));
      const sealed: string[] = [];
      for (const { who, wait, rotates } of steps) {
        pass(wait);
        const ring = rings[who]!;
        await ring.refresh();
        for (const text of sealed.slice(-4)) expect(sealerWith(ring).open(text, PLACE)).toBe('张三');
        sealed.push(sealerWith(ring).seal('张三', PLACE));
        if (rotates) await rotate(needs);
      }
    }),
    { numRuns: 60 },
  );
});

test('a ring that was read just now is not read again, and parallel refreshes read once', async () => {
  const { needs, pass } = world(fileNamed('once.key'));
  const all = jest.spyOn(needs.rows, 'all');
  const ring = keyringOf(needs);
  await Promise.all([ring.refresh(), ring.refresh()]);
  const afterStart = all.mock.calls.length;
  pass(5 * MINUTE - 1);
  await ring.refresh();
  expect(all.mock.calls.length).toBe(afterStart);
  pass(1);
  await Promise.all([ring.refresh(), ring.refresh(), ring.refresh()]);
  expect(all.mock.calls.length).toBe(afterStart + 1);
});

test('a table that cannot be read refuses the request and is asked again at the next', async () => {
  const { needs } = world(fileNamed('again.key'));
  jest.spyOn(needs.rows, 'all').mockRejectedValueOnce(new Error('no network'));
  const ring = keyringOf(needs);
  await expect(ring.refresh()).rejects.toThrow('no network');
  await ring.refresh();
  expect(ring.id).toBe('k1');
});

test('a table restored under another name keeps its keys', async () => {
  const { needs } = world(fileNamed('restored.key'));
  const ring = keyringOf(needs);
  await ring.refresh();
  const sealed = sealerWith(ring).seal('张三', PLACE);
  const restored = keyringOf({ ...needs, tableName: 'yibao-restored' });
  await restored.refresh();
  expect(sealerWith(restored).open(sealed, PLACE)).toBe('张三');
});

test('a disabled key in KMS stops the start with its own error', async () => {
  const kms = memoryKms();
  kms.fail = new KMSInvalidStateException({ message: 'disabled', $metadata: {} });
  await expect(keyringOf(world(() => Promise.resolve(kmsKeys(ARN, kms))).needs).refresh()).rejects.toThrow('disabled');
});
