import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Keys } from './keys';

/** Where a sealed value lives; it opens nowhere else. */
export interface Place {
  readonly pk: string;
  readonly attribute: string;
}

export interface Sealer {
  /** `v1.<key id>.<iv>.<ciphertext>.<mac>`, base64url parts: SM4-CTR, then HMAC-SM3 over place and all parts. */
  seal(plain: string, place: Place): string;
  /** Throws where the value was altered, moved or made with another key. */
  open(sealed: string, place: Place): string;
}

const VERSION = 'v1';

export function sealerWith(keys: Keys): Sealer {
  const cipherKey = () => keys.of('seal-cipher', 16);
  const macOf = (parts: string, { pk, attribute }: Place) =>
    createHmac('sm3', keys.of('seal-mac')).update(`${pk}|${attribute}|${parts}`).digest();
  return {
    seal(plain, place) {
      const iv = randomBytes(16);
      const cipher = createCipheriv('sm4-ctr', cipherKey(), iv);
      const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      const parts = [VERSION, keys.id, iv.toString('base64url'), text.toString('base64url')].join('.');
      return `${parts}.${macOf(parts, place).toString('base64url')}`;
    },
    open(sealed, place) {
      const [version = '', keyId = '', iv = '', text = '', mac = ''] = sealed.split('.');
      const parts = [version, keyId, iv, text].join('.');
      const found = Buffer.from(mac, 'base64url');
      const wanted = macOf(parts, place);
      if (version !== VERSION || keyId !== keys.id || found.length !== wanted.length || !timingSafeEqual(found, wanted)) {
        throw new Error('sealed value does not open here');
      }
      const decipher = createDecipheriv('sm4-ctr', cipherKey(), Buffer.from(iv, 'base64url'));
      return Buffer.concat([decipher.update(Buffer.from(text, 'base64url')), decipher.final()]).toString('utf8');
    },
  };
}
