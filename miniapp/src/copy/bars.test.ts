import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const PAGES = join(__dirname, '../pages');
const CONFIG = '.config.ts';

const files = readdirSync(PAGES, { recursive: true, encoding: 'utf8' });
const read = (folder: string, file: string) => readFileSync(join(folder, file), 'utf8');
const bars = readdirSync(join(__dirname, 'zh')).flatMap((file) => [...read(join(__dirname, 'zh'), file).matchAll(/\bbar: '([^']+)'/g)].map(([, bar]) => bar));

/** The platform takes the name of a page from a file in which nothing can be looked up. */
test.each(files.filter((file) => file.endsWith(CONFIG)))('%s names the page as the dictionary does, and the page renames itself', (file) => {
  const [, title] = /navigationBarTitleText: '([^']+)'/.exec(read(PAGES, file)) ?? [];
  expect(bars).toContain(title);
  const page = basename(file, CONFIG);
  const source = read(PAGES, file.replace(CONFIG, '.tsx'));
  expect([page, /usePage\(text\.bar\)|<ChoosePin .*words=\{choosePin\.\w+\}/.test(source)]).toEqual([page, true]);
});
