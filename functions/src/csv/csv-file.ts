import { encodingWatch, type Encoding } from './encoding';

/** A file on the operator's disk, read in pieces as often as needed. */
export interface CsvFile {
  readonly size: number;
  bytes(): AsyncIterable<Uint8Array>;
  newDigest(): { take(bytes: Uint8Array): void; end(): string };
}

/** Where the faults of a file go: `<file>.errors.csv` beside it. */
export interface FaultsFile {
  readonly name: string;
  write(text: string): Promise<void>;
  close(): Promise<void>;
}

export interface Looked {
  readonly encoding: Encoding;
  readonly digest: string;
}

/** The file is not one to import; says why, in words for the operator. */
export class NotImportable extends Error {
  override readonly name = 'NotImportable';
}

const LARGEST = 4 * 1024 ** 3;

/** Reads the whole file once: how it is written, and its digest. Throws NotImportable. */
export async function looked(file: CsvFile): Promise<Looked> {
  if (file.size === 0) throw new NotImportable('文件是空的 / the file is empty');
  if (file.size > LARGEST) throw new NotImportable('文件超过4GB，请拆开后分别导入 / more than 4 GB: split it');
  const [encoding, digest] = [encodingWatch(), file.newDigest()];
  for await (const bytes of file.bytes()) {
    encoding.take(bytes);
    digest.take(bytes);
  }
  return { encoding: encoding.end(), digest: digest.end() };
}
