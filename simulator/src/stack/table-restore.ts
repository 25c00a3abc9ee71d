import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type { Image, TableCopy } from '@yibao/functions/src/aws/table-copy';
import { kindOf } from '@yibao/functions/src/data-map/data-map';
import { wrappedFor } from '@yibao/functions/src/keys/key-rows';
import type { KeyProvider } from '@yibao/functions/src/keys/provider';
import { keyIn, type Manifest, manifestOf, NotRestorable, rowsFileIn } from './table-manifest';

export interface Restoring {
  readonly copy: Pick<TableCopy, 'isEmpty' | 'write'>;
  readonly provider: () => Promise<KeyProvider>;
  readonly now: () => Date;
}

/** Who was signed in signs in again: a token that was ended after the export must not live again. Vouchers, bindings and the seeds of codes are restored. */
const NOT_RESTORED = new Set(['session', 'device of an account', 'token of an institution', 'token of an operator', 'platform token']);

const WRONG_KEY = '打不开导出里的数据密钥：要用导出时同一把主密钥（本机是原来的 secrets/master.key，AWS 是原来的 KMS 密钥），没有恢复 / the key of keys is another one than at the export';

async function requireKeys({ keys }: Manifest, { provider }: Restoring): Promise<void> {
  try {
    const opener = await provider();
    for (const key of keys) await opener.unwrap(wrappedFor(key, opener), key);
  } catch {
    throw new NotRestorable(WRONG_KEY);
  }
}

async function* imagesIn(folder: string): AsyncGenerator<Image> {
  for await (const line of createInterface({ input: createReadStream(rowsFileIn(folder)).pipe(createGunzip()), crlfDelay: Infinity })) yield JSON.parse(line) as Image;
}

const TOGETHER = 100;

export interface Restored {
  readonly rows: number;
  /** Left out: sessions and tokens, and what had ended by itself. */
  readonly left: number;
}

/** Fills an empty table with exported rows. Throws NotRestorable, before anything is written. */
export async function restoreTable(folder: string, needs: Restoring): Promise<Restored> {
  const { copy, now } = needs;
  const manifest = await manifestOf(folder);
  if (!(await copy.isEmpty())) throw new NotRestorable('这张表里已经有数据：只能恢复到空表，没有恢复 / the table has rows, nothing restored');
  await requireKeys(manifest, needs);
  const ended = now().getTime() / 1000;
  const isLeft = (image: Image) => NOT_RESTORED.has(kindOf(keyIn(image))?.kind ?? '') || Number(image['ttl']?.N ?? Infinity) <= ended;
  const batch: Image[] = [];
  let [seen, left] = [0, 0];
  for await (const image of imagesIn(folder)) {
    seen += 1;
    if (isLeft(image)) left += 1;
    else batch.push(image);
    if (batch.length >= TOGETHER) await copy.write(batch.splice(0));
  }
  await copy.write(batch);
  if (seen !== manifest.rows) throw new Error(`${seen} rows, the manifest says ${manifest.rows}`);
  return { rows: seen - left, left };
}
