import { generateKeyPairSync } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { OperatorId } from '@yibao/shared';
import * as z from 'zod/mini';
import type { SigningIn } from '../wire/client-assertion';
import { Misuse } from './words';

const Coordinate = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));

/** An operator's own key as it is kept in a file. */
const KeyFile = z.object({
  operator: OperatorId,
  key: z.object({ kty: z.literal('EC'), crv: z.literal('P-256'), x: Coordinate, y: Coordinate, d: Coordinate, kid: z.string() }),
});
export type KeyFile = z.infer<typeof KeyFile>;

export function newKey(operator: string): KeyFile {
  const { x = '', y = '', d = '' } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
  return { operator, key: { kty: 'EC', crv: 'P-256', x, y, d, kid: new Date().toISOString().slice(0, 10) } };
}

/** The half that the bureau registers. */
export const publicHalf = ({ key: { d: _d, ...registered } }: KeyFile) => registered;

/** Writes a new key to a file that only its owner may read, never over another. Throws Misuse. */
export async function makeKeyFile(operator: string, path: string): Promise<KeyFile> {
  if (!OperatorId.safeParse(operator).success) throw new Misuse('工号应为2到32位小写字母或数字');
  const made = newKey(operator);
  await writeFile(path, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flag: 'wx' }).catch((error: unknown) => {
    throw (error as NodeJS.ErrnoException).code === 'EEXIST' ? new Misuse(`文件已经存在，不会覆盖：${path}`) : error;
  });
  return made;
}

async function checkOwnerOnly(path: string): Promise<void> {
  const { mode } = await stat(path).catch(() => {
    throw new Misuse(`没有这个密钥文件：${path}`);
  });
  // Windows has no such modes; there the folder's owner decides.
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) throw new Misuse(`别人也能读密钥文件，请改权限：chmod 600 ${path}`);
}

/** Throws Misuse where there is none, others may read it, or it is not a key. */
export async function readKeyFile(path: string): Promise<SigningIn> {
  await checkOwnerOnly(path);
  const text = await readFile(path, 'utf8');
  try {
    const { operator, key } = KeyFile.parse(JSON.parse(text));
    return { id: operator, key };
  } catch {
    throw new Misuse(`不是操作员的密钥文件：${path}`);
  }
}
