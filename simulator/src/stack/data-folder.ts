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

export class DataInUse extends Error {
  override readonly name = 'DataInUse';

  constructor(path: string) {
    super(`数据文件夹 ${path} 正被另一个 npm start 使用，请先停掉它。\nThe data in ${path} is in use by another npm start: stop that one first.`);
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Throws DataInUse while the process that last claimed the folder runs, unless it is this one. */
function checkUnclaimed(path: string): void {
  const claim = join(path, 'in-use-by');
  const pid = existsSync(claim) ? Number(readFileSync(claim, 'utf8')) : 0;
  if (pid > 0 && pid !== process.pid && isRunning(pid)) throw new DataInUse(path);
}

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

/** The folder named, emptied if `fresh`; without a name a temporary one that disappears with the stack. Throws DataInUse. */
export function dataFolder(path: string | undefined, fresh: boolean): DataFolder {
  if (path === undefined) {
    const temporary = mkdtempSync(join(tmpdir(), 'yibao-'));
    return folderAt(temporary, () => rmSync(temporary, { recursive: true, force: true }));
  }
  checkUnclaimed(path);
  if (fresh) rmSync(path, { recursive: true, force: true });
  const folder = folderAt(path, () => rmSync(join(path, 'in-use-by'), { force: true }));
  writeFileSync(folder.file('in-use-by'), String(process.pid), OWNER_ONLY);
  return folder;
}

/** The key of the service's data keys, made by the service at its first start. */
export const masterKeyIn = (path: string) => join(path, 'secrets/master.key');
