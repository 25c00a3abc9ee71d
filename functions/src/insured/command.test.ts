import { ADA, BEN, ben, lineOf, terminal, WRITE } from '../testing/insured-terminal';
import { memoryTable } from '../testing/memory-table';

test('a file is only checked unless it is asked to be written (ADM-4)', async () => {
  const { type, written, records } = terminal();
  const tried = await type([lineOf(), ben()], 'people.csv');
  expect([tried.code, written()]).toEqual([0, 0]);
  expect(tried.text).toContain('试导，什么也没有写 dry run：2 行 lines，2 可以导入 good，0 有错 bad');
  expect(tried.text).toContain('参保地 370100  2 行 lines  已开通 open');
  expect(await records(ADA)).toEqual([]);
});

test('what was imported is what activation is told, as from the platform (ADM-4)', async () => {
  const { type, records } = terminal();
  expect((await type([lineOf(), ben({ insutype: '390', psn_insu_stas: '2', psn_type: '1201', psn_insu_date: '2020/1/5' })], ...WRITE)).code).toBe(0);
  expect(await records(ADA)).toEqual([{ region: '370100', insutype: '310', suspended: false, insuredSince: '2018-05-01' }]);
  expect(await records(BEN)).toEqual([{ region: '370100', insutype: '390', suspended: true, insuredSince: '2020-01-05' }]);
  expect(await records({ name: '王五', idNumber: '999999199003071288' })).toEqual([]);
});

test.each([
  ['another name', [lineOf({ psn_name: '张叁' })], 'ID_MISMATCH'],
  ['two person numbers', [lineOf(), lineOf({ psn_no: '3702000009', insuplc_admdvs: '370200' })], 'RECORD_DUPLICATE'],
])('%s is refused as the platform would (ACT-5)', async (_, content, code) => {
  const { type, records } = terminal();
  await type(content, ...WRITE);
  await expect(records(ADA)).rejects.toMatchObject({ code });
});

test('an ended insurance is none, and two insurances of one person number are two', async () => {
  const { type, records } = terminal();
  await type([lineOf({ psn_insu_stas: '4' }), ben(), ben({ insuplc_admdvs: '370200', insutype: '390' })], ...WRITE);
  expect([await records(ADA), (await records(BEN)).length]).toEqual([[], 2]);
});

test('the same file again does nothing; a file with one line changed changes one person', async () => {
  const { type, records, written } = terminal();
  await type([lineOf(), ben()], ...WRITE);
  const before = written();
  expect(await type([lineOf(), ben()], ...WRITE)).toMatchObject({ code: 0, text: expect.stringContaining('已经导入完') });
  expect(written()).toBe(before);
  const next = await type([lineOf(), ben({ psn_insu_stas: '2' })], ...WRITE);
  expect(next.text).toContain('新增 added 0 人，更新 changed 1，没有变化 same 1');
  expect(await records(BEN)).toMatchObject([{ suspended: true }]);
  expect((await type([lineOf(), ben()], ...WRITE, '--again')).text).toContain('更新 changed 1，没有变化 same 1');
});

test('an import that was interrupted goes on behind what is done, and nobody is written twice', async () => {
  const { type, failing, table, records } = terminal();
  const many = Array.from({ length: 20 }, (_, i) => [lineOf({ psn_no: `A${i}`, psn_insu_stas: i === 19 ? '1' : '4' }), ben()]).flat();
  failing.from = 5;
  await expect(type(many, ...WRITE)).rejects.toThrow('cable pulled');
  failing.from = Infinity;
  const again = await type(many, ...WRITE);
  expect(again.text).toMatch(/从第 \d+ 行之后接着导入/);
  expect(again.code).toBe(0);
  expect([(await records(ADA)).length, (await records(BEN)).length]).toEqual([1, 1]);
  expect(await table.query({ pk: 'IN#IMPORT', prefix: 'FILE#' })).toMatchObject([{ line: 41, added: 2 }]);
});

test('two who import the same file at the same time: one goes on, the other is told', async () => {
  const { type, records } = terminal();
  const many = Array.from({ length: 30 }, () => lineOf());
  const both = await Promise.all([type(many, ...WRITE), type(many, ...WRITE)]);
  expect(both.map(({ code }) => code).sort()).toEqual([0, 1]);
  expect(both.map(({ text }) => text).join()).toContain('别人正在导入同一个文件');
  expect(await records(ADA)).toHaveLength(1);
});

test.each([
  ['certno', '999999199003070013', '18位'],
  ['certno', '9.99999E+17', '科学计数'],
  ['certno', '999999199002300019', '18位'],
  ['psn_name', '', '姓名'],
  ['psn_name', '张\uFFFD', '乱码'],
  ['psn_no', '', '人员编号'],
  ['insuplc_admdvs', '3701', '6位'],
  ['insutype', '31', '险种'],
  ['psn_type', '在职', '人员类别'],
  ['psn_insu_stas', '9', '0到4'],
  ['psn_insu_date', '2018-02-30', '日子'],
  ['psn_insu_date', '2026-11-23', '日子'],
  ['psn_insu_date', '五月', '日子'],
])('a line with %s “%s” goes to the file of faults, without the person, and the others are imported', async (field, value, said) => {
  const { type, records } = terminal();
  const { code, text, faults } = await type([lineOf({ [field]: value }), ben()], ...WRITE);
  expect([code, text]).toEqual([1, expect.stringContaining('1 有错 bad，见 people.errors.csv')]);
  expect(faults).toContain(`2,${field},`);
  expect(faults).toContain(said);
  for (const personal of [ADA.name, ADA.idNumber, '3701000001', ...(value.length > 5 ? [value] : [])]) expect(`${faults}${text}`).not.toContain(personal);
  expect([await records(ADA), (await records(BEN)).length]).toEqual([[], 1]);
});

test('ten thousand faults are no slips: the import stops and says where to look', async () => {
  const { type } = terminal();
  expect(await type(Array.from({ length: 10_100 }, () => ',,,,,,,'.replace(/^/, 'x')), 'people.csv')).toMatchObject({ code: 1, text: expect.stringContaining('列错位或编码不对') });
}, 20_000);

test('who did it is noted with the file', async () => {
  const { type, table } = terminal();
  await type([lineOf()], ...WRITE);
  expect(await table.query({ pk: 'IN#IMPORT', prefix: 'FILE#' })).toMatchObject([{ by: '王科长', finishedAt: '2026-11-22T02:00:00.000Z' }]);
});

test('nothing that is stored shows the person (CODE-4)', async () => {
  const inner = memoryTable();
  await terminal(inner).type([lineOf()], ...WRITE);
  const stored = JSON.stringify([...inner.rows.values()]);
  for (const personal of [ADA.name, ADA.idNumber, '3701000001', '310', '2018-05-01']) expect(stored).not.toContain(`"${personal}"`);
});

test.each([[[], 0], [['a.csv', 'b.csv'], 2], [['--write'], 2], [['a.csv', '--write'], 2], [['--clear'], 2], [['--clear', '--by', '王科长'], 2], [['--clear', '--reason', '已接通'], 2], [['a.csv', '--by'], 2], [['a.csv', '--now'], 2]])('%j shows what can be typed', async (words, code) => {
  expect(await terminal().type([], ...words)).toMatchObject({ code, text: expect.stringContaining('npm run insured:import') });
});
