import type { Row } from '../aws/table';
import type { Desk } from '../testing/desk';
import { auditNeeds } from '../testing/audit-needs';
import { memoryScan } from '../testing/memory-scan';
import { activated, openCity, scan, seedOf, shownBy, signedIn } from '../testing/story';
import { auditCommand } from './command';

const OTHER = 'e'.repeat(32);

/** Two vouchers; the first with two entries and a use, an hour ago. */
async function lived() {
  const desk = await openCity();
  const token = await signedIn(desk);
  await activated(desk, token);
  await scan(desk, shownBy(await seedOf(desk, token), desk.clock.at));
  const other = await signedIn(desk, { device: OTHER });
  await desk.post('/voucher/unlock', { pin: '280915' }, { token: other });
  await seedOf(desk, other);
  await desk.follow();
  desk.wait(3_600_000);
  const rows = (desk.table as unknown as { rows: Map<string, Row> }).rows;
  return { desk, rows, voucherId: (await desk.vouchers.ofPerson('999999199003070012'))! };
}

async function verified(desk: Desk, ...words: string[]) {
  const said: string[] = [];
  const code = await auditCommand(['verify', ...words], auditNeeds(desk, said));
  return { code, said: said.join('\n') };
}

test('a sound table is told as such', async () => {
  const { desk } = await lived();
  expect(await verified(desk)).toEqual({ code: 0, said: '已核对 1 个凭证、0 本操作员日志，0 处问题 / 1 vouchers and 0 journals checked, 0 findings' });
});

test.each([
  ['a changed entry', 'EV#000000000001', (row: Row) => ({ ...row, reason: 'rule' }), 'entry 1  被改动 altered'],
  ['a cut end', 'EV#000000000002', () => undefined, 'entry 2  末尾被截断'],
  ['a missing beginning', 'EV#000000000001', () => undefined, 'entry 2  缺失 missing'],
  ['a removed voucher', 'VOUCHER', () => undefined, '没有链头'],
  ['a head that was set back', 'VOUCHER', (row: Row) => ({ ...row, head: { no: 1, hash: 'x' } }), 'more entries than the head'],
] as const)('%s is found, with its place, and the command fails', async (...[, sk, change, words]) => {
  const { desk, rows, voucherId } = await lived();
  const id = `V#${voucherId}|${sk}`;
  const next: Row | undefined = change(rows.get(id)!);
  if (next) rows.set(id, next);
  else rows.delete(id);
  const { code, said } = await verified(desk);
  expect(code).toBe(1);
  expect(said).toContain(words);
});

test('a removed use is found', async () => {
  const { desk, rows } = await lived();
  rows.delete([...rows.keys()].find((id) => id.includes('|USE#'))!);
  expect((await verified(desk)).said).toMatch(/用码 use 37#\d{10} \/ 1 {2}缺失 missing/);
});

test('one voucher can be checked by itself; one that is not there is said so by the exit code', async () => {
  const { desk, voucherId } = await lived();
  expect((await verified(desk, '--voucher', voucherId)).code).toBe(0);
  expect((await verified(desk, '--voucher', 'f'.repeat(32))).code).toBe(2);
});

test('what falls between two pages of the scan is looked at again before it is told', async () => {
  const { desk, rows, voucherId } = await lived();
  const stale = structuredClone([...rows.values()]).filter(({ sk }) => sk !== 'EV#000000000002');
  const said: string[] = [];
  const scanOnce = { page: () => Promise.resolve({ rows: stale, next: undefined }) };
  expect(await auditCommand(['verify'], { ...auditNeeds(desk, said), scan: scanOnce })).toBe(0);
  expect(said.join()).not.toContain(voucherId);
});

test('a removed use is found whichever page the code and the voucher are on, and a voucher is checked once', async () => {
  const { desk, rows } = await lived();
  rows.delete([...rows.keys()].find((id) => id.includes('|USE#'))!);
  const said: string[] = [];
  const all = memoryScan({ rows });
  const small = { page: (after: string | undefined) => all.page(after, 1) };
  const code = await auditCommand(['verify'], { ...auditNeeds(desk, said), scan: small });
  expect(code).toBe(1);
  expect(said).toEqual([expect.stringMatching(/missing$/), '已核对 1 个凭证、0 本操作员日志，1 处问题 / 1 vouchers and 0 journals checked, 1 findings']);
});

test('uses of a code are looked for on every day on which it could be accepted, and no more rows are asked for', async () => {
  const { desk } = await lived();
  const asked: string[] = [];
  const table = { ...desk.table, query: (query: Parameters<typeof desk.table.query>[0]) => (asked.push(query.prefix), desk.table.query(query)) };
  desk.wait(40 * 24 * 3_600_000);
  expect(await auditCommand(['verify'], { ...auditNeeds(desk, []), table })).toBe(0);
  expect(asked.filter((prefix) => /^USE#\d/.test(prefix))).toEqual(['USE#2026-11-22', 'USE#2026-11-23', 'USE#2026-11-24', 'USE#2026-11-25']);
});

test.each([['help'], ['verify', '--voucher'], ['verify', '--voucher', 'x'], ['verify', '--against'], ['anchor'], ['anchor', 'a', 'b'], ['burn']])('%s %s is answered with how to use it', async (...words) => {
  const { desk } = await lived();
  const said: string[] = [];
  const code = await auditCommand(words, auditNeeds(desk, said));
  expect(said.join()).toContain('npm run audit -- verify');
  expect(code).toBe(words[0] === 'help' ? 0 : 2);
});
