import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where a stack keeps its data, secrets and logs; only its owner can read it. */
export interface DataFolder {
  readonly path: string;
  file(name: string): string;
  /** The content of a JSON file, made and kept at the first call. */
  kept<T>(name: string, make: () => T): T;
  write(name: string, content: unknown): void;
  /** Removes what is not to be kept. */
  leave(): void;
}

const OWNER_ONLY = { mode: 0o600 };

function folderAt(path: string, leave: () => void): DataFolder {
  mkdirSync(join(path, 'secrets'), { recursive: true, mode: 0o700 });
  mkdirSync(join(path, 'logs'), { recursive: true, mode: 0o700 });
  const file = (name: string) => join(path, name);
  const write = (name: string, content: unknown) => writeFileSync(file(name), `${JSON.stringify(content, null, 2)}\n`, OWNER_ONLY);
  return {
    path,
    file,
    write,
    kept<T>(name: string, make: () => T) {
      if (!existsSync(file(name))) write(name, make());
      return JSON.parse(readFileSync(file(name), 'utf8')) as T;
    },
    leave,
  };
}

/** The folder named, emptied if `fresh`; without a name a temporary one that disappears with the stack. */
export function dataFolder(path: string | undefined, fresh: boolean): DataFolder {
  if (path === undefined) {
    const temporary = mkdtempSync(join(tmpdir(), 'yibao-'));
    return folderAt(temporary, () => rmSync(temporary, { recursive: true, force: true }));
  }
  if (fresh) rmSync(path, { recursive: true, force: true });
  return folderAt(path, () => {});
}

/** 256 random bits as text. */
export const newSecret = () => randomBytes(32).toString('base64url');
