import * as z from 'zod/mini';

/** Hexadecimal digits, or the same in base64 as Java's tools give keys. */
const hexOf = (text: string) => (/^[0-9a-f]+$/i.test(text) ? text.toLowerCase() : Buffer.from(text, 'base64').toString('hex'));

/** An SM2 private key, with or without Java's leading zero byte, read as 64 hexadecimal digits. */
export const Sm2PrivateKey = z.pipe(
  z.pipe(z.string(), z.transform((text) => hexOf(text).replace(/^00(?=.{64}$)/, ''))),
  z.string().check(z.regex(/^[0-9a-f]{64}$/, 'not an SM2 private key')),
);

/** An SM2 public key, read as 04‖X‖Y in hexadecimal. */
export const Sm2PublicKey = z.pipe(z.pipe(z.string(), z.transform(hexOf)), z.string().check(z.regex(/^04[0-9a-f]{128}$/, 'not an SM2 public key')));
