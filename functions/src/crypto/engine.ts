export type Bytes = Uint8Array;

export interface Hashing {
  sm3(data: Bytes): Buffer;
  hmacSm3(key: Bytes, data: Bytes): Buffer;
  /** RFC 5869 with HMAC-SM3. */
  hkdfSm3(key: Bytes, label: { readonly salt: Bytes; readonly info: Bytes; readonly bytes: number }): Buffer;
}

/** `ecb` only for the national envelope, whose rule it is. CBC and ECB pad by PKCS #7; decryption throws where the padding is wrong. */
export type Sm4Mode = 'ctr' | 'cbc' | 'ecb';

export interface Sm4Task {
  /** 16 bytes. */
  readonly key: Bytes;
  /** 16 bytes; none for ECB. */
  readonly iv?: Bytes;
  readonly data: Bytes;
}

export interface Ciphering {
  encrypt(mode: Sm4Mode, task: Sm4Task): Buffer;
  decrypt(mode: Sm4Mode, task: Sm4Task): Buffer;
}

/** Commercial cryptography: SM3 (GB/T 32905) and SM4 (GB/T 32907, 17964). */
export interface Engine extends Hashing, Ciphering {
  /** Where the two halves come from, e.g. `openssl` or `javascript`. */
  readonly made: { readonly hashing: string; readonly ciphering: string };
}
