import { ADA, BEN, ben, lineOf, terminal, WRITE } from '../testing/insured-terminal';

const CLEAR = ['--clear', '--by', '王科长', '--reason', '平台已接通'];

test('all are cleared only by who names how many they are, and it is noted by whom and why (ADM-4)', async () => {
  const { type, table, records } = terminal();
  await type([lineOf(), ben()], ...WRITE);
  expect(await type([], ...CLEAR)).toMatchObject({ code: 1, text: expect.stringContaining('--confirm 2') });
  expect(await type([], ...CLEAR, '--confirm', '1')).toMatchObject({ code: 1, text: expect.stringContaining('--confirm 2') });
  expect(await records(ADA)).toHaveLength(1);
  expect(await type([], ...CLEAR, '--confirm', '2')).toMatchObject({ code: 0, text: expect.stringContaining('已清除 2 位') });
  expect([await records(ADA), await records(BEN)]).toEqual([[], []]);
  expect(await table.query({ pk: 'IN#IMPORT', prefix: 'CLEARED#' })).toMatchObject([{ by: '王科长', reason: '平台已接通', persons: 2, finishedAt: '2026-11-22T02:00:00.000Z' }]);
  expect(await type([], ...CLEAR)).toMatchObject({ code: 0, text: expect.stringContaining('什么也没有做') });
});

test('a clearing that was interrupted is seen, and can be begun again', async () => {
  const { type, failing, records, clock } = terminal();
  await type([lineOf(), ben()], ...WRITE);
  failing.from = 1;
  await expect(type([], ...CLEAR, '--confirm', '2')).rejects.toThrow('cable pulled');
  expect((await type([], '--history')).text).toContain('2 人，原因 because 平台已接通  没有做完');
  failing.from = Infinity;
  clock.at = new Date('2026-11-22T02:01:00.000Z');
  expect(await type([], ...CLEAR, '--confirm', '1')).toMatchObject({ code: 0 });
  expect([await records(ADA), await records(BEN)]).toEqual([[], []]);
});

test('the history names who imported which file, how much, and who cleared, and nobody in it', async () => {
  const { type } = terminal();
  expect((await type([], '--history')).text).toContain('还没有导入过');
  await type([lineOf(), ben()], ...WRITE);
  await type([], ...CLEAR, '--confirm', '2');
  const { text } = await type([], '--history');
  expect(text).toMatch(/导入 import {2}王科长 {2}文件 file [0-9a-f]{16} {2}到第 3 行，新增 added 2/);
  expect(text).toContain('清除 clearing  王科长  2 人，原因 because 平台已接通  做完 done');
  expect(text).not.toContain(ADA.name);
});
