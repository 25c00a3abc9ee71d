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

/** Keeps the key of keys. Data keys lie wrapped in the table and in clear only in memory. */
export interface KeyProvider {
  readonly kind: 'kms' | 'file';
  make(name: DataKeyName): Promise<DataKey>;
  /** Rejects where the wrapped key was altered, belongs to another name or to another provider. */
  unwrap(wrapped: string, name: DataKeyName): Promise<Buffer>;
}
