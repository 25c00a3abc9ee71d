import { createWriteStream } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Image, TableCopy } from '@yibao/functions/src/aws/table-copy';
import { kindOf } from '@yibao/functions/src/data-map/data-map';
import type { KeyRow } from '@yibao/functions/src/keys/key-rows';
import { digestOf, keepManifest, keyIn, type Manifest, NotRestorable, rowsFileIn } from './table-manifest';

export interface Exporting {
  readonly copy: Pick<TableCopy, 'pages'>;
  readonly table: string;
  readonly keys: readonly KeyRow[];
  readonly now: () => Date;
}

async function* linesOf(copy: Exporting['copy'], count: (image: Image) => void) {
  for await (const page of copy.pages()) {
    page.forEach(count);
    if (page.length > 0) yield `${page.map((image) => JSON.stringify(image)).join('\n')}\n`;
  }
}

/** Writes all rows, sealed as they are, to an empty folder that only its owner may read; page by page, so that the table may be of any size. */
export async function exportTable(folder: string, { copy, table, keys, now }: Exporting): Promise<Manifest> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0) throw new NotRestorable(`${folder} 不是空文件夹，请换一个 / the folder is not empty`);
  const kinds: Record<string, number> = {};
  let rows = 0;
  const count = (image: Image) => {
    const kind = kindOf(keyIn(image))?.kind ?? 'unknown';
    kinds[kind] = (kinds[kind] ?? 0) + 1;
    rows += 1;
  };
  const exportedAt = now().toISOString();
  await pipeline(Readable.from(linesOf(copy, count)), createGzip(), createWriteStream(rowsFileIn(folder), { mode: 0o600 }));
  const manifest: Manifest = { format: 'yibao-table-1', table, exportedAt, rows, kinds, digest: await digestOf(rowsFileIn(folder)), keys: [...keys] };
  await keepManifest(folder, manifest);
  return manifest;
}
