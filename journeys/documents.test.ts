import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const house = (...path: string[]) => join(__dirname, '..', ...path);
const { scripts } = jest.requireActual<{ scripts: Readonly<Record<string, string>> }>('../package.json');

const inFolder = (folder: string) => (readdirSync(house(folder), { recursive: true }) as string[]).filter((path) => path.endsWith('.md')).map((path) => join(folder, path));
const DOCUMENTS = ['README.md', 'README.zh.md', 'CONTRIBUTING.md', 'GLOSSARY.md', ...inFolder('docs'), ...inFolder('journeys/host')];
const textOf = (path: string) => readFileSync(house(path), 'utf8');

/** The first column of the table of commands. */
const tableOf = (readme: string) => [...textOf(readme).matchAll(/^\| (`[^\n]*?`) \| /gm)].map(([, cell = '']) => cell).filter((cell) => /npm|build:/.test(cell));
const NAME = String.raw`[a-z][a-z0-9-]*(?::[a-z0-9]+)*`;
const named = (text: string) => new Set(text.match(new RegExp(NAME, 'g')));

test.each(['README.md', 'README.zh.md'])('%s tells of every command', (readme) => {
  const told = named(tableOf(readme).join(' '));
  expect(Object.keys(scripts).filter((name) => !told.has(name))).toEqual([]);
});

test('both READMEs tell of the same commands in the same order', () => {
  const command = new RegExp(`npm (?:run )?(?:-s )?${NAME}(?: -- [a-z]+)?`);
  const commands = (readme: string) => tableOf(readme).map((cell) => command.exec(cell)?.[0]);
  expect(commands('README.zh.md')).toEqual(commands('README.md'));
});

test('both READMEs have the same sections and pictures', () => {
  const shapeOf = (readme: string) => ({ sections: textOf(readme).match(/^## /gm)?.length, pictures: textOf(readme).match(/docs\/pictures\/[a-z-]+\.png/g) });
  expect(shapeOf('README.zh.md')).toEqual(shapeOf('README.md'));
});

test('no document names a command that is not there', () => {
  const command = new RegExp(`npm run (?:-s )?(${NAME})(?! --workspace)`, 'g');
  const commands = DOCUMENTS.flatMap((path) => [...textOf(path).matchAll(command)].map(([, name = '']) => ({ path, name })));
  expect(commands.filter(({ name }) => scripts[name] === undefined)).toEqual([]);
});

test('no document leads to a file that is not there', () => {
  const links = DOCUMENTS.flatMap((path) => [...textOf(path).matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/g)].map(([, link = '']) => ({ path, link })));
  expect(links.filter(({ path, link }) => !/^[a-z]+:/.test(link) && !existsSync(house(dirname(path), link)))).toEqual([]);
});
