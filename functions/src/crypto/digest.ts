import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Keys } from './keys';

/** SM3 as hex; for values that are random enough not to be guessed (tokens, institution keys). */
export const sm3 = (text: string) => createHash('sm3').update(text, 'utf8').digest('hex');

/** Finds a row by a value that must not be readable from the key: HMAC-SM3, full length, labelled by kind. */
export type BlindIndex = (kind: 'id-number' | 'account', value: string) => string;

export const blindIndexWith = (keys: Keys): BlindIndex => (kind, value) =>
  createHmac('sm3', keys.of('blind-index')).update(`${kind}:v1|${value.normalize('NFKC')}`, 'utf8').digest('hex');

export const keyedDigest = (key: Buffer, text: string) => createHmac('sm3', key).update(text, 'utf8').digest('hex');

export function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
