import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { notFound, type Page, typeOf } from './files';

async function script(folder: string): Promise<Uint8Array> {
  const { outputFiles } = await build({ entryPoints: [join(folder, 'main.ts')], bundle: true, minify: true, write: false, format: 'esm', target: 'es2020', charset: 'utf8' });
  return outputFiles[0]!.contents;
}

/** A page of the simulator at `/name`: page.html, page.css and main.ts of a folder; the script is bundled at the first request. */
export function bundledPage(name: string, folder: string): (path: string) => Promise<Page> {
  let compiled: Promise<Uint8Array> | undefined;
  const parts: Readonly<Record<string, () => Uint8Array | Promise<Uint8Array>>> = {
    [`/${name}`]: () => readFileSync(join(folder, 'page.html')),
    [`/${name}/page.css`]: () => readFileSync(join(folder, 'page.css')),
    [`/${name}/main.js`]: () => (compiled ??= script(folder)),
  };
  return async (path) => {
    const part = parts[path.replace(/\/$/, '')];
    return part ? { status: 200, type: typeOf(path.includes('.') ? path : 'page.html'), body: await part() } : notFound;
  };
}
