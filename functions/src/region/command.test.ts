import { memoryTable } from '../testing/memory-table';
import { regionCommand } from './command';
import { regionsIn } from './store';

const WHO = ['--by', '王科长', '--reason', '市政府同意开通'];
const RULES = ['--name', '淄博市', '--province', '山东省', '--bureau', '淄博市医疗保障局', '--hotline', '0533-12393'];

function terminal() {
  const regions = regionsIn(memoryTable());
  return {
    regions,
    type: async (...words: string[]) => {
      const lines: string[] = [];
      const code = await regionCommand(words, { regions, now: () => new Date('2026-11-22T02:00:00.000Z'), print: (line) => void lines.push(line) });
      return { code, text: lines.join('\n') };
    },
  };
}

test('a region is registered closed, opened, changed and closed again, each with who and why (ADM-3)', async () => {
  const { type, regions } = terminal();
  expect(await type('set', '370300', ...WHO, ...RULES)).toEqual({ code: 0, text: '370300  未开通 closed  山东省淄博市  淄博市医疗保障局 0533-12393' });
  expect((await type('open', '370300', ...WHO)).text).toContain('已开通 open');
  expect((await type('set', '370300', '--min-insured-months', '6', ...WHO)).text).toContain('参保满6个月');
  expect(await regions.find('370300')).toMatchObject({ open: true, minInsuredMonths: 6 });
  await type('close', '370300', '--by', '李科长', '--reason', '系统割接');
  expect((await type('history', '370300')).text.split('\n')).toEqual([
    expect.stringContaining('1  2026-11-22'),
    '2  2026-11-22 10:00  王科长  开通 false → true  （市政府同意开通）',
    '3  2026-11-22 10:00  王科长  参保月数 0 → 6  （市政府同意开通）',
    '4  2026-11-22 10:00  李科长  开通 true → false  （系统割接）',
  ]);
});

test('two decisions at the same moment are two entries, and the later one stands', async () => {
  const { regions, type } = terminal();
  await type('set', '370300', ...WHO, ...RULES);
  const decision = { by: '甲', reason: '乙', at: new Date('2026-11-22T02:00:00.000Z') };
  await Promise.all([regions.change('370300', { open: true }, decision), regions.change('370300', { minInsuredMonths: 3 }, decision)]);
  expect(await regions.find('370300')).toMatchObject({ open: true, minInsuredMonths: 3 });
  expect((await regions.history('370300')).map(({ no }) => no)).toEqual([1, 2, 3]);
});

test.each([
  ['without who and why', ['open', '370300'], '--by'],
  ['of a region that is already so', ['close', '370300', ...WHO], '已经是这样了'],
  ['of an unknown region without its name', ['open', '370400', ...WHO], '--name'],
  ['of months that are none', ['set', '370300', '--min-insured-months', '半年', ...WHO], '月数'],
])('a change %s is refused in words and nothing is written', async (_, words, said) => {
  const { type, regions } = terminal();
  await type('set', '370300', ...WHO, ...RULES);
  expect(await type(...words)).toMatchObject({ code: 1, text: expect.stringContaining(said) });
  expect(await regions.history('370300')).toHaveLength(1);
});

test('a region without changes says so', async () => {
  expect(await terminal().type('history', '370900')).toEqual({ code: 0, text: '没有变更记录 / no changes' });
});

test.each([
  [[], 0],
  [['help'], 0],
  [['list', 'all'], 2],
  [['open'], 2],
  [['open', '淄博', ...WHO], 2],
  [['open', '370300', '--because', 'x'], 2],
  [['history'], 2],
])('%j shows what can be typed', async (words, code) => {
  expect(await terminal().type(...words)).toMatchObject({ code, text: expect.stringContaining('npm run region -- list') });
});

test('all regions are listed', async () => {
  const { type } = terminal();
  await type('set', '370300', ...WHO, ...RULES);
  expect(await type('list')).toEqual({ code: 0, text: '370300  未开通 closed  山东省淄博市  淄博市医疗保障局 0533-12393' });
});
