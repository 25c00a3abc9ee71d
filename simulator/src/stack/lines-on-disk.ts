import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { AnchorBroken } from '@yibao/functions/src/audit/anchor';
import type { AnchorFile } from '@yibao/functions/src/audit/command';

async function* linesIn(path: string): AsyncGenerator<string> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) throw new AnchorBroken(`没有这个锚定文件：${path} / no such anchor`);
  yield* createInterface({ input: createReadStream(path), crlfDelay: Infinity });
}

async function write(path: string, lines: AsyncIterable<string>): Promise<void> {
  const file = await open(path, 'wx', 0o600).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw new AnchorBroken(`${path} 已经有了，没有覆盖；锚定文件要留着 / is there already and was not written over`);
    throw error;
  });
  try {
    for await (const line of lines) await file.write(`${line}\n`);
  } finally {
    await file.close();
  }
}

/** A file of lines on disk, readable by its owner only and never written over. */
export const linesOnDisk = (path: string): AnchorFile => ({ lines: () => linesIn(path), write: (lines) => write(path, lines) });
