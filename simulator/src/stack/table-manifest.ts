import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { Image } from '@yibao/functions/src/aws/table-copy';
import { KeyRow } from '@yibao/functions/src/keys/key-rows';

/** What stands beside the exported rows, so that nothing else is taken for them. */
export const Manifest = z.strictObject({
  format: z.literal('yibao-table-1'),
  /** The table that the rows come from. */
  table: z.string(),
  exportedAt: z.string(),
  rows: z.int(),
  /** Rows by kind, as the data map names them. */
  kinds: z.record(z.string(), z.int()),
  /** SHA-256 of rows.jsonl.gz. */
  digest: z.string(),
  /** The data keys, wrapped: the key of keys must be the same to read anything. */
  keys: z.array(KeyRow),
});
export type Manifest = z.infer<typeof Manifest>;

/** Nothing was written; says why, in words for the operator. */
export class NotRestorable extends Error {
  override readonly name = 'NotRestorable';
}

export const rowsFileIn = (folder: string) => join(folder, 'rows.jsonl.gz');
const manifestIn = (folder: string) => join(folder, 'manifest.json');

export async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of createReadStream(path)) hash.update(bytes as Buffer);
  return hash.digest('hex');
}

export const keyIn = ({ pk, sk }: Image) => ({ pk: pk?.S ?? '', sk: sk?.S ?? '' });

export const keepManifest = (folder: string, manifest: Manifest) => writeFile(manifestIn(folder), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });

/** The manifest of a folder whose rows are what it says. Throws NotRestorable. */
export async function manifestOf(folder: string): Promise<Manifest> {
  const text = await readFile(manifestIn(folder), 'utf8').catch(() => '{}');
  const read = Manifest.safeParse(parsed(text));
  if (!read.success) throw new NotRestorable(`${folder} 里没有完整的 manifest.json，不是导出的文件夹 / no manifest`);
  const digest = await digestOf(rowsFileIn(folder)).catch(() => '');
  if (digest !== read.data.digest) throw new NotRestorable('rows.jsonl.gz 和 manifest.json 对不上：文件缺失、不完整或被改过，没有恢复 / the rows are not those of the manifest');
  return read.data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
