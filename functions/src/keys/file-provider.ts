import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, link, mkdir, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { closed, opened } from '../crypto/closed-text';
import { keySetFrom } from '../crypto/keys';
import { type DataKeyName, KeyRefused, type KeyWrapper } from './provider';

/** Others on this machine could read or exchange the key of keys. The message says what to do. */
export class KeyFileExposed extends Error {
  override readonly name = 'KeyFileExposed';
}

const BYTES = 32;

const isCalled = (code: string) => (error: unknown) => (error as NodeJS.ErrnoException).code === code;
const [isThere, isAbsent, isLink] = [isCalled('EEXIST'), isCalled('ENOENT'), isCalled('ELOOP')];

/** Whole or not at all, so that parallel first starts agree: a second one finds the first one's file. */
async function make(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(randomBytes(BYTES).toString('base64url'));
    await file.sync();
    await link(draft, path);
  } catch (error) {
    if (!isThere(error)) throw error;
  } finally {
    await file.close();
    await rm(draft);
  }
}

/** Windows has no such flag. */
const { O_NOFOLLOW = 0 } = constants as Partial<typeof constants>;

/** A link at its end is not followed: whoever could put one there could name another key. */
const atPath = (path: string) => open(path, constants.O_RDONLY | O_NOFOLLOW);

async function fileAt(path: string): Promise<FileHandle> {
  try {
    return await atPath(path).catch((error: unknown) => (isAbsent(error) ? make(path).then(() => atPath(path)) : Promise.reject(error as Error)));
  } catch (error) {
    if (isLink(error)) throw new KeyFileExposed(`密钥文件是个链接，请换成文件本身 / the key file is a link, put the file itself there: ${path}`);
    throw error;
  }
}

/** Asked of the file that is open, not of its name: between two looks at a name there could be another file. */
async function checkOwnOnly(file: FileHandle, path: string): Promise<void> {
  // Windows has no such modes; there the folder's owner decides.
  if (process.platform === 'win32') return;
  const { mode, uid } = await file.stat();
  if (uid !== process.getuid?.()) throw new KeyFileExposed(`密钥文件属于别的用户，请用自己的 / the key file belongs to another user: chown "$(id -u)" ${path}`);
  if ((mode & 0o077) !== 0) throw new KeyFileExposed(`别人也能读密钥文件，请改权限 / others may read the key file: chmod 600 ${path}`);
}

async function masterKey(path: string): Promise<Buffer> {
  const file = await fileAt(path);
  try {
    await checkOwnOnly(file, path);
    const key = Buffer.from(await file.readFile('utf8'), 'base64url');
    if (key.length !== BYTES) throw new Error('the key file is not as it was made');
    return key;
  } finally {
    await file.close();
  }
}

/** The key of keys in a file that only its owner may read, made at the first start. Rejects with KeyFileExposed. */
export async function fileKeys(path: string): Promise<KeyWrapper> {
  const keys = keySetFrom(await masterKey(path), 'file');
  const binding = ({ table, id }: DataKeyName) => ({ keys, use: 'wrap', place: [table, id] }) as const;
  const wrap = (key: Uint8Array, name: DataKeyName) => Promise.resolve(closed(key, binding(name)));
  return {
    kind: 'file',
    keyOfKeys: `file:${keys.of('wrap-name', 16).toString('hex')}`,
    wrap,
    async make(name) {
      const key = randomBytes(BYTES);
      return { key, wrapped: await wrap(key, name) };
    },
    async unwrap(wrapped, name) {
      try {
        return await Promise.resolve(opened(wrapped, binding(name)));
      } catch (error) {
        throw new KeyRefused((error as Error).message, { cause: error });
      }
    },
  };
}
