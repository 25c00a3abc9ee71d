import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { keyedDigest } from './digest';
import type { Keys, KeySet } from './keys';

const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };

const stretched = (secret: string, salt: Buffer) =>
  new Promise<Buffer>((resolve, reject) => scrypt(secret, salt, 32, COST, (error, key) => (error ? reject(error) : resolve(key))));

export interface PinHasher {
  /** `s1.<key id>.<salt>.<hash>` */
  hash(pin: string, voucherId: string): Promise<string>;
  matches(pin: string, voucherId: string, hash: string): Promise<boolean>;
  /** Whether the hash rests on an older pepper; to be made anew when the right PIN is next given. */
  isOld(hash: string): boolean;
}

/**
 * scrypt (N 2^15, r 8, p 1) over HMAC-SM3(pepper, PIN ‖ voucher). A million PINs are no obstacle to whoever holds the table,
 * so the pepper, which is not in the table, and the five tries are what protects them.
 */
export function pinHasherWith(keys: Keys): PinHasher {
  const peppered = (pepper: KeySet, pin: string, voucherId: string) => keyedDigest(pepper.of('pin-pepper'), `${pin}|${voucherId}`);
  return {
    async hash(pin, voucherId) {
      const salt = randomBytes(16);
      const pepper = keys.named(keys.id)!;
      const key = await stretched(peppered(pepper, pin, voucherId), salt);
      return `s1.${pepper.id}.${salt.toString('base64url')}.${key.toString('base64url')}`;
    },
    async matches(pin, voucherId, hash) {
      const [, id = '', salt = '', key = ''] = hash.split('.');
      const pepper = keys.named(id);
      if (!pepper) throw new Error('a PIN with an unknown pepper');
      const wanted = Buffer.from(key, 'base64url');
      const found = await stretched(peppered(pepper, pin, voucherId), Buffer.from(salt, 'base64url'));
      return wanted.length === found.length && timingSafeEqual(wanted, found);
    },
    isOld: (hash) => hash.split('.')[1] !== keys.id,
  };
}
