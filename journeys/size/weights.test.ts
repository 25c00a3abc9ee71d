import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { total, weigh } from './weights';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'weights-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const put = (path: string, bytes: number | string) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), typeof bytes === 'number' ? 'x'.repeat(bytes) : bytes);
};

test('each file belongs to the deepest package that it lies in, and licences to none', () => {
  const app = '{"pages":["pages/a/a"],"subPackages":[{"root":"pages/a/pin","pages":["b"]},{"root":"pages/c/","pages":["c"]}]}';
  put('app.json', app);
  put('app.js', 100);
  put('app.js.LICENSE.txt', 999);
  put('pages/a/a.js', 10);
  put('pages/a/pin/b.js', 20);
  put('pages/c/c.js', 30);
  put('pages/cc/d.js', 5);
  const packages = weigh(folder);
  expect(packages.map(({ root, bytes }) => [root, bytes])).toEqual([['', app.length + 115], ['pages/a/pin', 20], ['pages/c', 30]]);
  expect(total(packages)).toBe(app.length + 165);
});

test('bytes are counted, not characters', () => {
  put('app.json', '{}');
  put('app.js', '医保');
  expect(weigh(folder)[0]?.bytes).toBe(8);
});
