import { later, MINUTE } from '@yibao/shared';
import { kmsWrapper } from '../aws/kms-wrapper';
import { memoryKms } from '../testing/memory-kms';
import { memoryScan } from '../testing/memory-scan';
import { memoryTable } from '../testing/memory-table';
import { keysCommand } from './command';

function terminal() {
  const table = memoryTable();
  const kms = memoryKms();
  const clock = { at: new Date('2026-11-22T02:00:00.000Z') };
  const lines: string[] = [];
  const inUse = { arn: 'arn' };
  const needs = { table, scan: memoryScan(table), provider: () => Promise.resolve(kmsWrapper(inUse.arn, kms)), wrapperAt: (address: string) => (address.startsWith('kms:') ? Promise.resolve(kmsWrapper(address.slice(4), kms)) : undefined), tableName: 'yibao', now: () => clock.at, print: (line: string) => void lines.push(line) };
  return {
    inUse,
    pass: (ms: number) => void (clock.at = later(clock.at, ms)),
    type: async (words: string) => {
      lines.length = 0;
      return { code: await keysCommand(words.split(' ').filter(Boolean), needs), text: lines.join('\n') };
    },
  };
}

test('a rotation from beginning to end', async () => {
  const { type, pass } = terminal();
  expect(await type('list')).toEqual({ code: 0, text: 'k1     2026-11-22 10:00  kms   在用 in use' });
  expect(await type('rotate')).toEqual({ code: 0, text: 'k2 从 2026-11-22 10:11 起启用 is used from then on' });
  expect((await type('list')).text).toContain('k2     2026-11-22 10:11  kms   待启用 waits');
  expect(await type('backfill')).toMatchObject({ code: 1, text: expect.stringContaining('10:11') });
  expect(await type('rotate')).toMatchObject({ code: 1, text: expect.stringContaining('npm run keys -- backfill') });
  pass(11 * MINUTE);
  expect((await type('list')).text).toMatch(/k1 .*上一个 before\nk2 .*在用 in use/);
  expect(await type('backfill')).toMatchObject({ code: 0, text: expect.stringContaining('完成 finished 2026-11-22 10:11') });
  expect((await type('list')).text).toContain('back-fill k2');
  expect(await type('rotate')).toMatchObject({ code: 0, text: expect.stringContaining('k3') });
});

test('“in use” is one rule: in the minute in which the new key settles, the list and the back-fill both say that it waits', async () => {
  const { type, pass } = terminal();
  await type('list');
  await type('rotate');
  for (const [wait, word, code] of [[10 * MINUTE, '待启用 waits', 1], [MINUTE - 1, '待启用 waits', 1], [1, '在用 in use', 0]] as const) {
    pass(wait);
    expect((await type('list')).text).toMatch(new RegExp(`k2 .*${word}`));
    expect((await type('backfill')).code).toBe(code);
  }
});

test('a move to another key of keys from beginning to end, with what the operator does between', async () => {
  const { type, pass, inUse } = terminal();
  await type('rotate');
  pass(11 * MINUTE);
  expect(await type('rewrap --to kms:new')).toMatchObject({ code: 0, text: expect.stringMatching(/^k1 → new\nk2 → new\n[\s\S]*deploy all functions[\s\S]*rewrap --finish/) });
  expect((await type('list')).text).toMatch(/k1 .* {2}→ new\nk2 .* {2}→ new/);
  expect(await type('rotate')).toMatchObject({ code: 1 });
  expect(await type('backfill')).toMatchObject({ code: 0 });
  expect(await type('rotate')).toMatchObject({ code: 1, text: expect.stringContaining('rewrap') });
  expect(await type('rewrap --finish')).toMatchObject({ code: 1, text: expect.stringContaining('KEY_PROVIDER') });
  inUse.arn = 'new';
  expect(await type('rewrap --finish')).toMatchObject({ code: 0, text: expect.stringMatching(/^k1 = new\nk2 = new\n[\s\S]*may be denied/) });
  expect((await type('list')).text).not.toContain('→');
  inUse.arn = 'arn';
  await expect(type('list')).rejects.toThrow('IncorrectKey');
  inUse.arn = 'new';
  expect(await type('rotate')).toMatchObject({ code: 0, text: expect.stringContaining('k3') });
});

test.each([
  ['', 0],
  ['help', 0],
  ['destroy', 2],
  ['rotate now', 2],
  ['rewrap', 2],
  ['rewrap --to', 2],
  ['rewrap --to https://example.com', 2],
  ['rewrap --to kms:new --finish', 2],
])('“%s” shows what can be typed', async (words, code) => {
  expect(await terminal().type(words)).toMatchObject({ code, text: expect.stringContaining('npm run keys -- rotate') });
});
