import type { Row } from '../aws/table';
import { APPROVER, ASKER, openBureau, tokenOf } from '../testing/bureau-desk';
import { auditNeeds } from '../testing/audit-needs';
import { activated, openCity, signedIn } from '../testing/story';
import { auditCommand } from './command';

/** Three operators signed in; the first asked twice besides. */
async function worked() {
  const desk = await openCity();
  await activated(desk, await signedIn(desk));
  const { asker } = await openBureau(desk);
  for (const query of ['/hotline/cases', '/feedback/open']) await desk.get(query, { token: asker });
  return { desk, rows: (desk.table as unknown as { rows: Map<string, Row> }).rows };
}

type World = Awaited<ReturnType<typeof worked>>;

async function verified({ desk }: World, ...words: string[]) {
  const said: string[] = [];
  return { code: await auditCommand(['verify', ...words], auditNeeds(desk, said)), said };
}

const at = (sk: string) => `OJ#${ASKER.id}|${sk}`;
const entry = (no: number) => at(`EV#${String(no).padStart(12, '0')}`);

test('sound journals are counted and told as such', async () => {
  const world = await worked();
  expect([...world.rows.keys()].filter((id) => id.startsWith(at('EV#')))).toHaveLength(3);
  expect(await verified(world)).toEqual({ code: 0, said: ['已核对 1 个凭证、3 本操作员日志，0 处问题 / 1 vouchers and 3 journals checked, 0 findings'] });
});

const change = (rows: Map<string, Row>, id: string, changes: object) => void rows.set(id, { ...rows.get(id)!, ...changes });

/** Two entries change places, each with the number of its new place. */
function swap(rows: Map<string, Row>): void {
  const [one, two] = [rows.get(entry(1))!, rows.get(entry(2))!];
  rows.set(entry(1), { ...two, sk: one.sk, no: one['no'] });
  rows.set(entry(2), { ...one, sk: two.sk, no: two['no'] });
}

test.each<readonly [string, (rows: Map<string, Row>) => unknown, readonly string[]]>([
  ['a changed entry', (rows) => change(rows, entry(2), { outcome: 'done!' }), ['第2条 entry 2  被改动 altered']],
  ['an entry that was taken out', (rows) => rows.delete(entry(2)), ['第3条 entry 3  缺失 missing']],
  ['a cut end', (rows) => rows.delete(entry(3)), ['第3条 entry 3  末尾被截断 the end is cut off']],
  ['an end that was set back with the entries behind it kept', (rows) => change(rows, at('HEAD'), { no: 2 }), ['第3条 entry 3  多出来的记录 more entries than the head tells of']],
  ['a removed end', (rows) => rows.delete(at('HEAD')), ['没有链头 the row with the head of the chain is gone', '第1条 entry 1  多出来的记录 more entries than the head tells of']],
  ['two entries that changed places', swap, ['第1条 entry 1  被改动 altered', '第2条 entry 2  被改动 altered', '第3条 entry 3  与前一条接不上 does not follow the one before']],
  ['an entry of another operator', (rows) => rows.set(entry(1), { ...rows.get(`OJ#${APPROVER.id}|EV#000000000001`)!, pk: `OJ#${ASKER.id}` }), ['第1条 entry 1  被改动 altered', '第2条 entry 2  与前一条接不上 does not follow the one before']],
])('%s is found, with operator and place, and the command fails', async (_, tamper, found) => {
  const world = await worked();
  tamper(world.rows);
  const { code, said } = await verified(world);
  expect({ code, said: said.slice(0, -1) }).toEqual({ code: 1, said: found.map((line) => `OJ#${ASKER.id}  ${line}`) });
});

test('who checks one voucher is not told of journals', async () => {
  const world = await worked();
  world.rows.delete(entry(2));
  expect((await verified(world, '--voucher', (await world.desk.vouchers.ofPerson('999999199003070012'))!)).code).toBe(0);
});

test('what an operator does while the check reads is no finding', async () => {
  const world = await worked();
  const query = world.desk.table.query.bind(world.desk.table);
  let asked = false;
  jest.spyOn(world.desk.table, 'query').mockImplementation(async (of) => {
    const rows = await query(of);
    if (of.pk === `OJ#${ASKER.id}` && !asked) {
      asked = true;
      await tokenOf(world.desk, ASKER);
    }
    return rows;
  });
  expect((await verified(world)).code).toBe(0);
  expect(asked).toBe(true);
});
