import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contract, type Endpoint, REFUSALS } from '@yibao/shared';

const house = (...path: string[]) => join(__dirname, '..', ...path);
const rooms = Object.entries(contract) as [string, Record<string, Endpoint>][];
const BUILDINGS = ['shared', 'functions', 'miniapp', 'infra', 'simulator', 'journeys'];

const filesIn = (building: string, kind = /\.tsx?$/) =>
  (readdirSync(house(building), { recursive: true }) as string[]).filter((path) => kind.test(path) && !/(^|\/)(node_modules|dist|cdk\.out|\.cache|\.data)\//.test(path));

const sources = BUILDINGS.flatMap((building) => filesIn(building).map((path) => join(building, path)));

test.each(rooms)('room %s keeps every promise of its contract, and no other', (room, endpoints) => {
  const routes = (jest.requireActual<Record<string, { endpoint: Endpoint }[]>>(house('functions/src', room, 'routes')) as Record<string, { endpoint: Endpoint }[]>)[`${room}Routes`];
  const promised = Object.values(endpoints).map(({ method, path }) => `${method} ${path}`);
  expect(routes?.map(({ endpoint: { method, path } }) => `${method} ${path}`).sort()).toEqual(promised.sort());
});

test.each(rooms)('room %s is a Lambda of the same name', (room) => {
  expect(existsSync(house('functions/src/lambda', `${room}.ts`))).toBe(true);
});

test('every refusal says in Chinese what happened, in at most 14 characters, and what to do', () => {
  for (const [code, { title, remedy }] of Object.entries(REFUSALS)) {
    expect([code, title.replace(/\{\w+\}/g, '').length <= 14]).toEqual([code, true]);
    expect([code, /^[\p{Script=Han}\d{}\w，、。：；（）“”]+$/u.test(title)]).toEqual([code, true]);
    expect([code, /[。？]$|）$/.test(remedy)]).toEqual([code, true]);
    expect([code, /异常|操作失败|参数错误|非法|未知错误/.test(title + remedy)]).toEqual([code, false]);
  }
});

test('no two counter codes are the same', () => {
  const codes = Object.values(REFUSALS).flatMap((refusal) => ('counter' in refusal ? [refusal.counter] : []));
  expect(new Set(codes).size).toBe(codes.length);
});

test('an institution is never answered with a refusal that has no counter code', () => {
  const national = rooms.flatMap(([, endpoints]) => Object.values(endpoints)).filter(({ dialect }) => dialect === 'national');
  for (const { refusals } of national) for (const code of refusals) expect(REFUSALS[code]).toHaveProperty('counter');
});

test('file names are lower-case words joined by hyphens', () => {
  expect(sources.filter((path) => !/^([a-z0-9-]+\/)*[a-z0-9-]+(\.[a-z0-9-]+)*\.tsx?$/.test(path))).toEqual([]);
});

test('there are no drawers', () => {
  expect(sources.filter((path) => /\/(utils?|helpers?|common|services?|lib|misc|types|constants)(\/|\.tsx?$)/.test(path) && !path.startsWith('infra/lib/'))).toEqual([]);
});

test('programs that start things have at most 200 lines, like all files', () => {
  const programs = BUILDINGS.flatMap((building) => filesIn(building, /\.[cm]?js$/).map((path) => join(building, path)));
  expect(programs.length).toBeGreaterThan(20);
  expect(programs.filter((path) => readFileSync(house(path), 'utf8').split('\n').length > 200)).toEqual([]);
});

test('the tests that are begun first, because they take longest, are there', () => {
  const { LONG } = jest.requireActual<{ LONG: readonly string[] }>('./bin/test-order.cjs');
  expect(LONG.filter((name) => !existsSync(house(`${name}.test.ts`)))).toEqual([]);
});

test('each building reads its environment in one place', () => {
  const readers = sources.filter((path) => !/\.test\.tsx?$|^journeys\/|\/testing\//.test(path) && /process\.env\b/.test(readFileSync(house(path), 'utf8')));
  const allowed = /^(functions\/src\/(boot|lambda\/[a-z-]+)|miniapp\/(config\/index|src\/platform\/[a-z0-9.-]+)|infra\/(bin\/[a-z-]+|lib\/site-plan)|simulator\/(src\/stack|src\/web|src\/qa|bin)\/[a-z.-]+)\.tsx?$/;
  expect(readers.filter((path) => !allowed.test(path))).toEqual([]);
});

test('ID numbers in the project are of area 999999 only', () => {
  const shaped = /(?<!\d)[1-9]\d{5}(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)/g;
  const examples = new Set(['310101199801011234', '44030019000101123X', '44030019000101123x']);
  const found = sources.flatMap((path) => [...readFileSync(house(path), 'utf8').matchAll(shaped)].map(([id]) => ({ path, id })));
  expect(found.filter(({ id }) => !id.startsWith('999999') && !examples.has(id))).toEqual([]);
});
