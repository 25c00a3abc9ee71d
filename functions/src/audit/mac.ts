import { keyedDigest } from '../crypto/digest';
import type { Keys, Purpose } from '../crypto/keys';

/** HMAC-SM3 by which a record shows that the service wrote it so. */
export interface Mac {
  /** Names the key of new records. */
  readonly key: string;
  /** The MAC of a text under a named key; undefined where there is no such key. */
  of(text: string, key: string): string | undefined;
}

export const macWith = (keys: Keys, purpose: Extract<Purpose, 'audit-chain' | 'use-record' | 'audit-anchor'>): Mac => ({
  get key() {
    return keys.id;
  },
  of(text, key) {
    const used = keys.named(key);
    return used && keyedDigest(used.of(purpose), text);
  },
});
