import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

test('nothing is told in a message that goes away by itself (ALL-1)', () => {
  const source = join(__dirname, '../../miniapp/src');
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
  expect(files.filter((file) => /show(Toast|Modal|Loading)\b/.test(readFileSync(join(source, file), 'utf8')))).toEqual([]);
});
