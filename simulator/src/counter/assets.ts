import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUSINESS_TYPES } from '@yibao/shared';
import { build } from 'esbuild';
import type { InstitutionKey } from '../stack/seed';
import type { Page } from '../web/files';
import { typeOf } from '../web/files';
import { DESK } from './decode';

const SOURCE = join(__dirname, 'page');

const optionsOf = (prefix: string) =>
  Object.entries(BUSINESS_TYPES)
    .filter(([type]) => type.startsWith(prefix))
    .map(([type, name]) => `<option value="${type}">${name}　${type}</option>`)
    .join('');

/** The page with this institution's facts in it; its key stays here. */
function html({ orgId, name }: InstitutionKey): string {
  const facts: Record<string, string> = { orgId, institution: name, ...DESK, hospital: optionsOf('01'), pharmacy: optionsOf('02') };
  return readFileSync(join(SOURCE, 'counter.html'), 'utf8').replace(/\{\{(\w+)\}\}/g, (_, fact: string) => facts[fact] ?? '');
}

async function script(): Promise<Uint8Array> {
  const { outputFiles } = await build({ entryPoints: [join(SOURCE, 'main.ts')], bundle: true, minify: true, write: false, format: 'esm', target: 'es2020' });
  return outputFiles[0]!.contents;
}

let compiled: Promise<Uint8Array> | undefined;

type Making = (institution: InstitutionKey) => string | Uint8Array | Promise<Uint8Array>;

const ASSETS: Readonly<Record<string, { readonly type: string; readonly make: Making }>> = {
  '/counter': { type: typeOf('counter.html'), make: html },
  '/counter/': { type: typeOf('counter.html'), make: html },
  '/counter/counter.css': { type: typeOf('counter.css'), make: () => readFileSync(join(SOURCE, 'counter.css')) },
  '/counter/counter.js': { type: typeOf('counter.js'), make: () => (compiled ??= script()) },
  '/counter/zxing_reader.wasm': { type: typeOf('zxing_reader.wasm'), make: () => readFileSync(require.resolve('zxing-wasm/reader/zxing_reader.wasm')) },
};

/** A part of the counter's page, undefined where there is none of this name. */
export async function assetOf(path: string, institution: InstitutionKey): Promise<Page | undefined> {
  const asset = ASSETS[path];
  return asset && { status: 200, type: asset.type, body: await asset.make(institution) };
}
