import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

const CACHE = join(__dirname, '../../.cache');

/**
 * A folder in the project's ignored .cache, made once by `fill`. Several processes may ask at the same time:
 * each fills a folder of its own and the first to finish gives it its name.
 */
export const cachedFolder = async (name: string, fill: (folder: string) => Promise<void> | void): Promise<string> => {
  const folder = join(CACHE, name);
  if (existsSync(folder)) return folder;
  const draft = `${folder}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  mkdirSync(dirname(folder), { recursive: true });
  await fill(draft);
  try {
    renameSync(draft, folder);
  } catch (cause) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(folder)) throw cause;
  }
  return folder;
};
