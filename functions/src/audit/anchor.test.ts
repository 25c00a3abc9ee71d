import type { Row } from '../aws/table';
import { ASKER, openBureau } from '../testing/bureau-desk';
import { auditNeeds, type Folder } from '../testing/audit-needs';
import { ADA } from '../testing/outside-world';
import { activated, openCity, scan, seedOf, shownBy, signedIn } from '../testing/story';
import { auditCommand } from './command';

const HOUR = 3_600_000;

/** A voucher with two entries and a use, and journals of operators; before the last entry of each there was an earlier state of the whole table. */
async function lived() {
  const desk = await openCity();
  const token = await signedIn(desk);
  await activated(desk, token);
  const { asker } = await openBureau(desk);
  const rows = (desk.table as unknown as { rows: Map<string, Row> }).rows;
  const earlier = structuredClone([...rows]);
  await scan(desk, shownBy(await seedOf(desk, token), desk.clock.at));
  const other = await signedIn(desk, { device: 'e'.repeat(32) });
  await desk.post('/voucher/unlock', { pin: '280915' }, { token: other });
  await seedOf(desk, other);
  await desk.get('/feedback/open', { token: asker });
  await desk.follow();
  desk.wait(HOUR);
  const voucher = `V#${(await desk.vouchers.ofPerson(ADA.idNumber))!}`;
  const folder: Folder = new Map();
  const run = async (...words: string[]) => {
    const said: string[] = [];
    return { code: await auditCommand(words, auditNeeds(desk, said, folder)), said: said.join('\n') };
  };
  /** As whoever can write the table would: what is in this partition now is what was in it then. */
  const setBack = (pk: string, from: readonly (readonly [string, Row])[] = earlier) => {
    for (const [id, row] of [...rows]) if (row.pk === pk) rows.delete(id);
    for (const [id, row] of from) if (row.pk === pk) rows.set(id, structuredClone(row));
  };
  const anchored = await run('anchor', 'a.jsonl');
  return { desk, rows, folder, run, setBack, voucher, anchored };
}

const journal = `OJ#${ASKER.id}`;

test('an anchor names every chain and nobody, and a table that only grew is sound against it', async () => {
  const { desk, anchored, folder, run, voucher } = await lived();
  expect(anchored).toEqual({ code: 0, said: expect.stringContaining('4 chains anchored') });
  const text = folder.get('a.jsonl')!.join('\n');
  expect(text).toContain(voucher);
  expect(text).toContain(journal);
  expect(text.replace(/"[0-9a-f]{64}"/g, '')).not.toMatch(/张|9999|139|weapp|device/);
  const token = await signedIn(desk);
  await desk.post('/session/step-up', { action: 'change-pin', pin: '280915' }, { token });
  expect((await desk.post('/voucher/pin', { pin: '461753' }, { token })).status).toBe(200);
  expect(await run('verify', '--against', 'a.jsonl')).toEqual({ code: 0, said: expect.stringContaining('0 findings') });
});

test.each<readonly [string, (at: Awaited<ReturnType<typeof lived>>) => unknown, string]>([
  ['a voucher set back as a whole, its head with it', ({ setBack, voucher }) => setBack(voucher), '第2条 entry 2  被换回锚定以前的样子 was set back'],
  ['a voucher that is gone as a whole', ({ setBack, voucher }) => setBack(voucher, []), '锚定后整个消失了 has vanished'],
  ['a journal set back as a whole', ({ setBack }) => setBack(journal), `${journal}  第2条 entry 2  被换回锚定以前的样子`],
  ['a journal that is gone as a whole', ({ setBack }) => setBack(journal, []), `${journal}  第2条 entry 2  锚定后整个消失了`],
])('%s leaves a sound table, and is found against the anchor', async (_what, change, words) => {
  const at = await lived();
  change(at);
  for (const [id, { sk }] of [...at.rows]) if (sk === 'CODE') at.rows.delete(id);
  expect((await at.run('verify')).code).toBe(0);
  const { code, said } = await at.run('verify', '--against', 'a.jsonl');
  expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining(words) });
});

test('a voucher that was set back and lived on to as many entries is found to have others', async () => {
  const at = await lived();
  at.setBack(at.voucher);
  const token = await signedIn(at.desk);
  for (let i = 0; i < 5; i += 1) await at.desk.post('/voucher/unlock', { pin: '746281' }, { token });
  expect((await at.run('verify', '--against', 'a.jsonl')).said).toContain('entry 2  锚定过的记录被换掉了 is another one');
});

test('a use that is gone together with the row of its code is found against the anchor only', async () => {
  const { rows, run, voucher } = await lived();
  for (const [id, { pk, sk }] of [...rows]) if (sk === 'CODE' || (pk === voucher && sk.startsWith('USE#'))) rows.delete(id);
  expect((await run('verify')).code).toBe(0);
  expect(await run('verify', '--against', 'a.jsonl')).toEqual({ code: 1, said: expect.stringContaining('用码记录少了 has fewer uses') });
});

test('one voucher alone is compared with its own line', async () => {
  const { run, setBack, voucher } = await lived();
  const id = voucher.slice(2);
  setBack(journal);
  expect((await run('verify', '--voucher', id, '--against', 'a.jsonl')).code).toBe(0);
  setBack(voucher, []);
  expect((await run('verify', '--against', 'a.jsonl', '--voucher', id)).code).toBe(1);
});

const without = (no: number) => (lines: readonly string[]) => lines.filter((_, i) => i !== no);

test.each<readonly [string, (lines: readonly string[]) => readonly string[]]>([
  ['without its first line', without(0)],
  ['without a chain', without(1)],
  ['without its end', (lines) => lines.slice(0, -1)],
  ['with two chains exchanged', ([first = '', a = '', b = '', ...rest]) => [first, b, a, ...rest]],
  ['with an earlier number', (lines) => lines.map((line) => line.replace('"no":2', '"no":1'))],
  ['with another time', ([first = '', ...rest]) => [first.replace('2026-11-22', '2026-11-21'), ...rest]],
  ['with something behind its end', (lines) => [...lines, lines[1]!]],
  ['with a line that is none', ([first = '', ...rest]) => [first, 'x', ...rest]],
  ['that is empty', () => []],
  ['sealed by a key that the table has not', ([first = '', ...rest]) => [first.replace('"k1"', '"k9"'), ...rest]],
])('an anchor %s is not believed, and the command fails', async (_what, change) => {
  const { folder, run } = await lived();
  const lines = folder.get('a.jsonl')!;
  const spoilt = change(lines);
  expect(spoilt).not.toEqual(lines);
  folder.set('a.jsonl', spoilt);
  expect(await run('verify', '--against', 'a.jsonl')).toEqual({ code: 1, said: expect.stringMatching(/锚定文件/) });
});

test('an anchor that is not there is told as such', async () => {
  const { run } = await lived();
  expect((await run('verify', '--against', 'b.jsonl')).code).toBe(1);
});
