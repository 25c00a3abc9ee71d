import { timingSafeEqual } from 'node:crypto';
import { engine } from './choose-engine';
import type { Keys } from './keys';

/** SM3 as hex; for values that are random enough not to be guessed (tokens, institution keys). */
export const sm3 = (text: string) => engine.sm3(Buffer.from(text)).toString('hex');

/** HMAC-SM3 as hex. */
export const keyedDigest = (key: Uint8Array, text: string) => engine.hmacSm3(key, Buffer.from(text)).toString('hex');

/** Finds a row by a value that must not be readable from the key: HMAC-SM3, full length, labelled by kind. */
export type BlindIndex = (kind: 'id-number' | 'account', value: string) => string;

export const blindIndexWith = (keys: Keys): BlindIndex => (kind, value) => keyedDigest(keys.of('blind-index'), `${kind}:v1|${value.normalize('NFKC')}`);

export function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
