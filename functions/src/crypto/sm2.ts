import { sm2 } from 'sm-crypto-v2';

/**
 * SM2 (GB/T 32918) by sm-crypto-v2, always with hashing and the default id 1234567812345678. Node's own `sign('sm3')` is ECDSA for some
 * forms of a key and SM2 with an empty id for others, so it is never used. Not constant in time: for messages to the national platform
 * and tests, not for keys that a Chinese evaluation wants in a module.
 */
const HASHED = { hash: true, userId: '1234567812345678' } as const;

const isPrivateKey = (hex: string) => /^[0-9a-f]{64}$/i.test(hex) && !/^0+$/.test(hex);

function requirePrivate(key: string): string {
  if (!isPrivateKey(key)) throw new RangeError('an SM2 private key has 32 bytes');
  return key;
}

/** Throws where the point is not on the curve: decrypting for such a key would give the key away. */
function requirePublic(key: string): string {
  if (!/^04[0-9a-f]{128}$/i.test(key) || !sm2.verifyPublicKey(key)) throw new RangeError('not an SM2 public key');
  return key;
}

/** r‖s, 128 hexadecimal digits. */
export const sm2Sign = (message: Uint8Array, privateKey: string) => sm2.doSignature(message, requirePrivate(privateKey), HASHED);

/** False for whatever is not this message's signature by this key. Throws only for a key that is none. */
export function sm2Verify(message: Uint8Array, signature: string, publicKey: string): boolean {
  const key = requirePublic(publicKey);
  if (!/^[0-9a-f]{128}$/i.test(signature)) return false;
  try {
    return sm2.doVerifySignature(message, signature, key, HASHED);
  } catch {
    return false;
  }
}

/** C1‖C3‖C2 with the leading 04 of the point. */
export const sm2Encrypt = (plain: Uint8Array, publicKey: string) => Buffer.from(`04${sm2.doEncrypt(plain, requirePublic(publicKey))}`, 'hex');

/** C1 (65 bytes), C3 (32), and at least one byte. */
const SHORTEST = 98;

/** Throws where the text was cut, altered or meant for another key: the library itself would answer with nothing. */
export function sm2Decrypt(cipher: Uint8Array, privateKey: string): Buffer {
  const key = requirePrivate(privateKey);
  if (cipher.length < SHORTEST || cipher[0] !== 4) throw new Error('SM2 text does not open');
  const plain = sm2.doDecrypt(Buffer.from(cipher.subarray(1)).toString('hex'), key, 1, { output: 'array' });
  if (plain.length === 0) throw new Error('SM2 text does not open');
  return Buffer.from(plain);
}
