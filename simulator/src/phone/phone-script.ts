import { join } from 'node:path';
import { buildSync } from 'esbuild';

let built: string | undefined;

/** The script that makes a browser's window a phone: it defines `window.phone`. Bundled at the first request. */
export function phoneScript(): string {
  built ??= buildSync({ entryPoints: [join(__dirname, 'script/phone.ts')], bundle: true, write: false, format: 'iife', target: 'es2020', charset: 'utf8' })
    .outputFiles.map(({ text }) => text)
    .join('');
  return built;
}
