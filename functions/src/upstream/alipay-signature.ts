import { createDecipheriv, sign, verify, type KeyObject } from 'node:crypto';

/*
 * Signed here and not by alipay-sdk 4.14.0: bundled, the SDK is 990 kB (535 kB of it undici, which Node already brings) and brings an HTTP
 * stack of its own; these rules are 40 lines. The SDK checks them in the tests.
 */

const ALGORITHM = 'RSA-SHA256';

/** All parameters but `sign` and empty ones, sorted by name, un-encoded. */
export const stringToSign = (parameters: Readonly<Record<string, string>>) =>
  Object.keys(parameters)
    .filter((name) => name !== 'sign' && parameters[name] !== '')
    .sort()
    .map((name) => `${name}=${parameters[name] ?? ''}`)
    .join('&');

export const rsa2 = (text: string, key: KeyObject) => sign(ALGORITHM, Buffer.from(text, 'utf8'), key).toString('base64');

export const isSignedBy = (key: KeyObject, text: string, signature: string) =>
  verify(ALGORITHM, Buffer.from(text, 'utf8'), key, Buffer.from(signature, 'base64'));

/** AES-128-CBC with an IV of zeros (Alipay's content encryption); throws on what was not encrypted so. */
export function decrypted(base64: string, key: Buffer): string {
  const cipher = createDecipheriv('aes-128-cbc', key, Buffer.alloc(16));
  return Buffer.concat([cipher.update(base64, 'base64'), cipher.final()]).toString('utf8');
}
