import { Conflict, type Row, type Table } from '@yibao/functions/src/aws/table';
import { memoryTable } from '@yibao/functions/src/testing/memory-table';
import { openDatabase } from './database';

let database: Awaited<ReturnType<typeof openDatabase>>;

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.engine.stop());

const key = (sk: string, pk = 'V#1') => ({ pk, sk });

const tables: [string, () => Promise<Table>][] = [
  ['in memory', async () => memoryTable()],
  ['in the database, asked without the SDK', () => database.quickTableNamed(`quick-${Math.random().toString(36).slice(2)}`)],
  ['in the database', async () => (await database.tableNamed(`promises-${Math.random().toString(36).slice(2)}`)).table],
];

describe.each(tables)('a table %s', (_where, open) => {
  test('gives back a row as it was written, with its version', async () => {
    const table = await open();
    const row = { ...key('A'), text: '济南市', list: [{ a: 1 }], nested: { deep: true }, missing: undefined };
    await table.write([{ row, was: 'absent' }]);
    expect(await table.get(key('A'))).toEqual({ ...key('A'), text: '济南市', list: [{ a: 1 }], nested: { deep: true }, version: 1 });
    expect(await table.get(key('B'))).toBeUndefined();
  });

  test('refuses a second writer who read the same version, and shows what stands there', async () => {
    const table = await open();
    await table.write([{ row: { ...key('A'), by: 'first' }, was: 'absent' }]);
    await table.write([{ row: { ...key('A'), by: 'second' }, was: 1 }]);
    const late = await table.write([{ row: { ...key('A'), by: 'third' }, was: 1 }]).catch((error: unknown) => error);
    expect(late).toBeInstanceOf(Conflict);
    expect((late as Conflict).current).toMatchObject({ by: 'second', version: 2 });
  });

  test('accepts one of two writers who read the same version and write the very same row', async () => {
    const table = await open();
    await table.write([{ row: { ...key('A'), tries: 0 }, was: 'absent' }]);
    const ended = await Promise.allSettled([1, 2, 3].map(() => table.write([{ row: { ...key('A'), tries: 1 }, was: 1 }])));
    expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const making = await Promise.allSettled([1, 2, 3].map(() => table.write([{ row: key('B'), was: 'absent' }, { row: key('C'), was: 'absent' }])));
    expect(making.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('refuses to make a row that exists', async () => {
    const table = await open();
    await table.write([{ row: key('A'), was: 'absent' }]);
    await expect(table.write([{ row: { ...key('A'), other: 1 }, was: 'absent' }])).rejects.toBeInstanceOf(Conflict);
  });

  test('writes all rows or none', async () => {
    const table = await open();
    await table.write([{ row: key('A'), was: 'absent' }]);
    const puts = [{ row: key('B'), was: 'absent' as const }, { row: { ...key('A'), other: 1 }, was: 'absent' as const }];
    await expect(table.write(puts)).rejects.toBeInstanceOf(Conflict);
    expect(await table.get(key('B'))).toBeUndefined();
  });

  test('lets exactly one of a hundred parallel writers make the same two rows', async () => {
    const table = await open();
    const writes = Array.from({ length: 100 }, (_, by) => table.write([{ row: { ...key('A'), by }, was: 'absent' }, { row: { ...key(`B${by}`), by }, was: 'absent' }]));
    const ended = await Promise.allSettled(writes);
    expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await table.query({ pk: 'V#1', prefix: 'B' })).toHaveLength(1);
  });

  test('finds rows by prefix in both directions and up to a limit', async () => {
    const table = await open();
    for (const sk of ['USE#1', 'USE#2', 'USE#3', 'USF#4', 'A']) await table.write([{ row: key(sk), was: 'absent' }]);
    await table.write([{ row: key('USE#9', 'V#2'), was: 'absent' }]);
    const names = (rows: readonly Row[]) => rows.map(({ sk }) => sk);
    expect(names(await table.query({ pk: 'V#1', prefix: 'USE#' }))).toEqual(['USE#1', 'USE#2', 'USE#3']);
    expect(names(await table.query({ pk: 'V#1', prefix: 'USE#', newestFirst: true, limit: 2 }))).toEqual(['USE#3', 'USE#2']);
  });

  test('finds every row, also where they are more than the database gives in one answer', async () => {
    const table = await open();
    for (let i = 1; i <= 5; i += 1) await table.write([{ row: { ...key(`USE#${i}`), text: 'x'.repeat(300_000) }, was: 'absent' }]);
    const names = (rows: readonly Row[]) => rows.map(({ sk }) => sk).join(' ');
    expect(names(await table.query({ pk: 'V#1', prefix: 'USE#' }))).toBe('USE#1 USE#2 USE#3 USE#4 USE#5');
    expect(names(await table.query({ pk: 'V#1', prefix: 'USE#', newestFirst: true, limit: 4 }))).toBe('USE#5 USE#4 USE#3 USE#2');
  });

  test('counts every one of parallel increments', async () => {
    const table = await open();
    const counts = await Promise.all(Array.from({ length: 50 }, () => table.count(key('TRIES'), 1893456000)));
    expect([...counts].sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
    expect(await table.get(key('TRIES'))).toMatchObject({ count: 50, ttl: 1893456000 });
  });
});
