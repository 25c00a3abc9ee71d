import { encodingWatch } from './encoding';
import type { CsvFile } from './csv-file';
import { faultLine } from './fault';
import { type CsvRecord, csvReader, LONGEST_RECORD } from './record';
import { rowsIn } from './rows';

/** The records of a text that comes in pieces of this size. */
function recordsIn(text: string, size = text.length + 1): CsvRecord[] {
  const reader = csvReader();
  const found: CsvRecord[] = [];
  for (let at = 0; at < text.length; at += size) found.push(...reader.take(text.slice(at, at + size)));
  return [...found, ...reader.end()];
}

const fieldsIn = (text: string) => recordsIn(text).map(({ fields }) => fields);

test.each([
  ['plain lines', 'a,b\nc,d\n', [['a', 'b'], ['c', 'd']]],
  ['CRLF and no end', 'a,b\r\nc,d', [['a', 'b'], ['c', 'd']]],
  ['quotes, doubled quotes and commas', '"a,1","say ""x""",c\n', [['a,1', 'say "x"', 'c']]],
  ['a line break in quotes', '"a\nb",c\nd,e\n', [['a\nb', 'c'], ['d', 'e']]],
  ['empty fields', ',\n"",b\n', [['', ''], ['', 'b']]],
])('%s are read', (_, text, fields) => {
  expect(fieldsIn(text)).toEqual(fields);
});

test.each([1, 2, 3, 7])('pieces of %i characters give the same records as the whole', (size) => {
  const text = 'a,b\r\n"x\r\ny",""\r\n,"q""q"\r\n\r\nlast,one';
  expect(recordsIn(text, size)).toEqual(recordsIn(text));
});

test('lines are counted as an editor counts them, over quoted line breaks too', () => {
  expect(recordsIn('a\n"b\nb"\nc\n').map(({ line }) => line)).toEqual([1, 2, 4]);
});

test.each([
  ['at the end', 'a,b\n"c,d\ne,f\n'],
  ['in a long file', `a,b\n"c,d\n${'e,f\n'.repeat(LONGEST_RECORD)}`],
])('a quote that is never closed, %s, breaks its own line only', (_, text) => {
  const [first, second, third] = recordsIn(text, 500);
  expect([first?.fields, second?.isBroken, second?.line, third?.fields, third?.line]).toEqual([['a', 'b'], true, 2, ['e', 'f'], 3]);
});

test.each([100, 100_000])('a line without end is broken and not kept (pieces of %i)', (size) => {
  const [first, second] = recordsIn(`${'x'.repeat(50_000)}\na,b\n`, size);
  expect([first?.isBroken, first?.line, second?.fields, second?.line]).toEqual([true, 1, ['a', 'b'], 2]);
});

test('text behind a closing quote breaks the line', () => {
  expect(recordsIn('"a"b,c\nd,e\n').map(({ isBroken }) => isBroken)).toEqual([true, undefined]);
});

/** 姓名,张三 in GB18030. */
const GB = Buffer.from([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xd5, 0xc5, 0xc8, 0xfd]);

test.each([
  ['UTF-8', Buffer.from('姓名,张三'), 'utf-8'],
  ['GB18030', GB, 'gb18030'],
  ['ASCII', Buffer.from('a,b'), 'utf-8'],
  ['UTF-8 with a damaged character, which is not to be taken for other words', Buffer.concat([Buffer.from('姓名,张三'), Buffer.from([0xe5, 0xbc])]), 'utf-8'],
])('the encoding of %s is found', (_, bytes, encoding) => {
  const watch = encodingWatch();
  for (const byte of bytes) watch.take(Uint8Array.of(byte));
  expect(watch.end()).toBe(encoding);
});

const fileOf = (bytes: Buffer, size = 5): CsvFile => ({
  size: bytes.length,
  async *bytes() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  },
  newDigest: () => ({ take: () => {}, end: () => 'digest' }),
});

const COLUMNS = { required: ['name', 'code'], optional: ['note'] } as const;

async function rowsOf(bytes: Buffer, encoding: 'utf-8' | 'gb18030' = 'utf-8') {
  const rows = [];
  for await (const piece of rowsIn(fileOf(bytes), encoding, COLUMNS)) rows.push(...piece.rows);
  return rows;
}

test('columns are found in any order, with a mark at the front, capital letters and columns that nobody asked for', async () => {
  const rows = await rowsOf(Buffer.from('\uFEFFCODE,other, Name \r\n1,x, 张三 \r\n\r\n'));
  expect(rows).toEqual([{ line: 2, values: { name: '张三', code: '1', note: '' } }]);
});

test('GB18030 is read, cut anywhere', async () => {
  expect(await rowsOf(Buffer.concat([Buffer.from('code,name\n1,'), GB.subarray(5)]), 'gb18030')).toEqual([{ line: 2, values: { name: '张三', code: '1', note: '' } }]);
});

test('a line with another number of columns has a fault', async () => {
  expect((await rowsOf(Buffer.from('code,name\n1,a\n2\n3,b,c\n'))).map(({ line, fault }) => [line, fault?.field])).toEqual([[2, undefined], [3, '整行'], [4, '整行']]);
});

test.each([
  ['a missing column', 'code\n1\n', 'name'],
  ['a column twice', 'code,name,code\n', 'code'],
  ['no columns at all', '"\n', '表头'],
])('%s in the first line refuses the file', async (_, text, named) => {
  await expect(rowsOf(Buffer.from(text))).rejects.toThrow(named);
});

test('a fault shows an ID number masked, and nothing else that stands in its place', () => {
  const fault = { field: 'certno', what: 'x', remedy: 'y' };
  expect(faultLine(2, fault, '999999199003070012')).toBe('2,certno,9****************2,x,y\r\n');
  for (const other of ['张三', '13900005080', '=cmd', undefined]) expect(faultLine(2, fault, other)).toBe('2,certno,,x,y\r\n');
});
