import { hkdfSync } from 'node:crypto';

/** What each key is for. One key never serves two purposes. */
export type Purpose = 'seal-cipher' | 'seal-mac' | 'blind-index' | 'pin-pepper' | 'sms-code' | 'ec-token' | 'audit-chain' | 'use-record';

export interface Keys {
  /** Names the root from which these keys come; stored with every sealed value. */
  readonly id: string;
  of(purpose: Purpose, bytes?: number): Buffer;
}

/** Separates the root key by purpose with HKDF-SM3. */
export function keysFrom(rootKey: string, id = 'k1'): Keys {
  const made = new Map<string, Buffer>();
  return {
    id,
    of(purpose, bytes = 32) {
      const label = `yibao/${id}/${purpose}/${bytes}`;
      const key = made.get(label) ?? Buffer.from(hkdfSync('sm3', rootKey, 'yibao', label, bytes));
      made.set(label, key);
      return key;
    },
  };
}
