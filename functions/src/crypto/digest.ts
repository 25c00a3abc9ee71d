import { timingSafeEqual } from 'node:crypto';
import type { Digests } from '../aws/indexed-row';
import { engine } from './choose-engine';
import type { Keys } from './keys';

/** SM3 as hex; for values that are random enough not to be guessed (tokens, institution keys). */
export const sm3 = (text: string) => engine.sm3(Buffer.from(text)).toString('hex');

/** HMAC-SM3 as hex. */
export const keyedDigest = (key: Uint8Array, text: string) => engine.hmacSm3(key, Buffer.from(text)).toString('hex');

/** The name that a platform account has here. It stays the same through rotations, since rows of all kinds carry it. */
export type BlindIndex = (kind: 'account', value: string) => string;

export const blindIndexWith = (keys: Keys): BlindIndex => (kind, value) => keyedDigest(keys.first.of(kind), `${kind}:v1|${value.normalize('NFKC')}`);

/** Counts calls of a network address without keeping it: there are few enough addresses to try them all, so the digest needs a key. */
export const addressDigestWith = (keys: Keys) => (address: string) => keyedDigest(keys.of('address'), address);

/** Counts messages to a phone number without keeping it. */
export const phoneDigestWith = (keys: Keys) => (phone: string) => keyedDigest(keys.of('address'), `phone:v1|${phone}`);

/**
 * Finds a person's rows by an ID number that must not be readable from them: HMAC-SM3, full length. By every key, because the place of who
 * left stays where it was: nobody knows the number any more by which a back-fill would move it.
 */
export type IdNumberIndex = (idNumber: string) => Digests;

function digestsWith(keys: Keys, purpose: 'id-number-index' | 'phone-index', text: string): Digests {
  return { current: keyedDigest(keys.of(purpose), text), previous: keys.previous && keyedDigest(keys.previous.of(purpose), text) };
}

export const idNumberIndexWith = (keys: Keys): IdNumberIndex => (idNumber) => {
  const text = `id-number:v1|${idNumber.normalize('NFKC').toUpperCase()}`;
  return { ...digestsWith(keys, 'id-number-index', text), older: keys.older.map((key) => keyedDigest(key.of('id-number-index'), text)) };
};

/** Finds who holds a phone number, in the same way. */
export type PhoneIndex = (phone: string) => Digests;

export const phoneIndexWith = (keys: Keys): PhoneIndex => (phone) => digestsWith(keys, 'phone-index', `phone:v1|${phone}`);

/** Finds imported insured records. It stays the same through rotations: the rows do not keep the number by which they could be moved. */
export const insuredIndexWith = (keys: Keys) => (idNumber: string) => keyedDigest(keys.first.of('insured-index'), `insured:v1|${idNumber.normalize('NFKC').toUpperCase()}`);

/** A digest that names its key, for values that are compared later, perhaps after a rotation. */
export interface StampedDigest {
  make(text: string): string;
  matches(text: string, digest: string): boolean;
}

export const stampedDigestWith = (keys: Keys, purpose: 'sms-code'): StampedDigest => ({
  make: (text) => `${keys.id}.${keyedDigest(keys.of(purpose), text)}`,
  matches(text, digest) {
    const [id = '', hex = ''] = digest.split('.');
    const used = keys.named(id);
    return used !== undefined && sameText(hex, keyedDigest(used.of(purpose), text));
  },
});

export function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
