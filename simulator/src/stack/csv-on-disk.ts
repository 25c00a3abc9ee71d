import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open as openFile, stat } from 'node:fs/promises';
import { type CsvFile, type FaultsFile, NotImportable } from '@yibao/functions/src/csv/csv-file';

/** About six hundred lines: what is checked, written and noted as done together. */
const PIECE = 64 * 1024;

function newDigest() {
  const hash = createHash('sha256');
  return { take: (bytes: Uint8Array) => void hash.update(bytes), end: () => hash.digest('hex') };
}

/** `people.csv` → `people.errors.csv`; made anew at the first writing, readable by its owner only. */
function faultsBeside(path: string): FaultsFile {
  const name = `${path.replace(/\.csv$/i, '')}.errors.csv`;
  let opened: ReturnType<typeof openFile> | undefined;
  return {
    name,
    async write(text) {
      await (await (opened ??= openFile(name, 'w', 0o600))).write(text);
    },
    close: async () => (await opened)?.close(),
  };
}

/** A CSV file and the file of its faults. Rejects with NotImportable where there is none. */
export async function csvAt(path: string): Promise<{ file: CsvFile; faults: FaultsFile }> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) throw new NotImportable(`没有这个文件：${path} / no such file`);
  return { file: { size: found.size, bytes: () => createReadStream(path, { highWaterMark: PIECE }), newDigest }, faults: faultsBeside(path) };
}
