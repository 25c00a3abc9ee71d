import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { sameText } from './digest';
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

function partsOf(sealed: string) {
  const end = sealed.lastIndexOf('.');
  const parts = sealed.slice(0, end);
  const [, , iv = '', text = ''] = parts.split('.');
  return { iv, text, parts, mac: sealed.slice(end + 1) };
}

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
      const { iv, text, parts, mac } = partsOf(sealed);
      if (!parts.startsWith(`${VERSION}.${keys.id}.`) || !sameText(mac, macOf(parts, place).toString('base64url'))) {
        throw new Error('sealed value does not open here');
      }
      const decipher = createDecipheriv('sm4-ctr', cipherKey(), Buffer.from(iv, 'base64url'));
      return Buffer.concat([decipher.update(Buffer.from(text, 'base64url')), decipher.final()]).toString('utf8');
    },
  };
}
