import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { closed, opened } from '../crypto/closed-text';
import { keySetFrom } from '../crypto/keys';
import type { DataKeyName, KeyProvider } from './provider';

/** Others on this machine could read the key of keys. */
export class KeyFileExposed extends Error {
  override readonly name = 'KeyFileExposed';

  constructor(path: string) {
    super(`别人也能读密钥文件，请改权限 / others may read the key file: chmod 600 ${path}`);
  }
}

const BYTES = 32;

const isThere = (error: unknown) => (error as NodeJS.ErrnoException).code === 'EEXIST';

/** Whole or not at all, so that parallel first starts agree: a second one finds the first one's file. */
async function make(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, randomBytes(BYTES).toString('base64url'), { mode: 0o600, flag: 'wx' });
  try {
    await link(draft, path);
  } catch (error) {
    if (!isThere(error)) throw error;
  } finally {
    await rm(draft);
  }
}

const fileAt = (path: string) =>
  stat(path).catch(async (error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    await make(path);
    return stat(path);
  });

async function masterKey(path: string): Promise<Buffer> {
  const { mode } = await fileAt(path);
  // Windows has no such modes; there the folder's owner decides.
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) throw new KeyFileExposed(path);
  const key = Buffer.from(await readFile(path, 'utf8'), 'base64url');
  if (key.length !== BYTES) throw new Error('the key file is not as it was made');
  return key;
}

/** The key of keys in a file that only its owner may read, made at the first start. Rejects with KeyFileExposed. */
export async function fileKeys(path: string): Promise<KeyProvider> {
  const keys = keySetFrom(await masterKey(path), 'file');
  const binding = ({ table, id }: DataKeyName) => ({ keys, use: 'wrap', place: [table, id] }) as const;
  return {
    kind: 'file',
    make(name) {
      const key = randomBytes(BYTES);
      return Promise.resolve({ key, wrapped: closed(key, binding(name)) });
    },
    unwrap: async (wrapped, name) => Promise.resolve(opened(wrapped, binding(name))),
  };
}
