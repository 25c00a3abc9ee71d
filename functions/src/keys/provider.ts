/** Which data key: of which table, with which id. A wrapped key opens only under the name it was made for. */
export interface DataKeyName {
  readonly table: string;
  readonly id: string;
}

export interface DataKey {
  /** 32 random bytes. */
  readonly key: Buffer;
  /** The same, readable only with the provider. */
  readonly wrapped: string;
}

/**
 * The key of keys does not open this: altered, of another name or key, disabled, or not for this role. A provider that cannot be reached
 * or is too busy fails with an error of its own.
 */
export class KeyRefused extends Error {
  override readonly name = 'KeyRefused';
}

/** Keeps the key of keys. Data keys lie wrapped in the table and in clear only in memory. */
export interface KeyProvider {
  readonly kind: 'kms' | 'file';
  /** Which key of keys: its ARN, or a fingerprint. Nothing secret. */
  readonly keyOfKeys: string;
  make(name: DataKeyName): Promise<DataKey>;
  /** Rejects with KeyRefused. */
  unwrap(wrapped: string, name: DataKeyName): Promise<Buffer>;
}

/** A provider to which data keys can be moved; for operators alone. */
export interface KeyWrapper extends KeyProvider {
  wrap(key: Uint8Array, name: DataKeyName): Promise<string>;
}
