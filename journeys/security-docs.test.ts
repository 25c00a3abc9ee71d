import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ASVS_LEVELS } from './asvs-levels';

const root = join(__dirname, '..');
const read = (name: string) => readFileSync(join(root, 'docs/security', name), 'utf8');
const rows = read('asvs.md').split('\n').flatMap((line) => {
  const [, no = '', about = '', state = '', by = ''] = /^\| (\d+\.\d+\.\d+)([^|]*)\| ([^|]+) \| (.*) \|$/.exec(line) ?? [];
  return no ? [{ no, isMarkedThird: / L3 $/.test(about), state, by }] : [];
});
const filesIn = (text: string) => [...text.matchAll(/`([\w.-]+(?:\/[\w.-]+)+)`/g)].map(([, path]) => path!);

test.each(['asvs.md', 'components.md', 'connections.md', 'enumeration.md', 'identity.md', 'keys.md', 'threats.md'])('every file that %s names exists', (name) => {
  const named = filesIn(read(name));
  expect(named.length).toBeGreaterThan(3);
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test('every requirement of ASVS that is met names a test or a file, or says that there is nothing of the kind', () => {
  const bare = rows.filter(({ state, by }) => state === 'met' && filesIn(by).length === 0 && !/there (is|are) no/.test(by));
  expect(bare.map(({ no }) => no)).toEqual([]);
});

test('every state is one of four, and what is not met says why', () => {
  expect(rows.length).toBeGreaterThan(60);
  expect(rows.filter(({ state }) => !['met', 'deviation', 'open', 'not applicable'].includes(state))).toEqual([]);
  expect(rows.filter(({ by }) => by.length < 8).map(({ no }) => no)).toEqual([]);
});

test('every requirement of levels 1 and 2 of ASVS 5.0.0 is answered, those of level 3 are marked as such, and there is no other number', () => {
  const answered = new Set(rows.map(({ no }) => no));
  expect([...ASVS_LEVELS].filter(([no, level]) => level < 3 && !answered.has(no))).toEqual([]);
  expect(rows.filter(({ no, isMarkedThird }) => ASVS_LEVELS.get(no) === undefined || (ASVS_LEVELS.get(no) === 3) !== isMarkedThird)).toEqual([]);
});

test('no requirement is answered twice', () => {
  expect(new Set(rows.map(({ no }) => no)).size).toBe(rows.length);
});

test('every test that the table of threats names exists under that name', () => {
  const named = [...read('threats.md').matchAll(/`([^`]+\.test\.ts)` “([^”]+)”/g)].map(([, path = '', name = '']) => ({ path, name }));
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter(({ path, name }) => !readFileSync(join(root, path), 'utf8').includes(name))).toEqual([]);
});

test('no threat is without a test', () => {
  const threats = read('threats.md').split('\n').filter((line) => /^\| (?!threat |---)/.test(line));
  expect(threats.length).toBeGreaterThan(15);
  expect(threats.filter((line) => !line.includes('.test.ts`'))).toEqual([]);
});
