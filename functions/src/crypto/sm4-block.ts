/** SM4 (GB/T 32907) on one block, for a runtime whose OpenSSL lacks it. Table look-ups take time that depends on the data: see docs/security/crypto.md. */

const SBOX = Buffer.from(
  'd690e9fecce13db716b614c228fb2c052b679a762abe04c3aa441326498606999c4250f491ef987a33540b43edcfac62e4b31ca9c908e89580df94fa758f3fa6' +
    '4707a7fcf37317ba83593c19e6854fa8686b81b27164da8bf8eb0f4b70569d351e240e5e6358d1a225227c3b01217887d40046579fd327524c3602e7a0c4c89e' +
    'eabf8ad240c738b5a3f7f2cef96115a1e0ae5da49b341a55ad933230f58cb1e31df6e22e8266ca60c02923ab0d534e6fd5db3745defd8e2f03ff6a726d6c5b51' +
    '8d1baf92bbddbc7f11d95c411f105ad80ac13188a5cd7bbd2d74d012b8e5b4b08969974a0c96777e65b9f109c56ec68418f07dec3adc4d2079ee5f3ed7cb3948',
  'hex',
);

const FK = [0xa3b1bac6, 0x56aa3350, 0x677d9197, 0xb27022dc];

const ROUNDS = 32;

const rotl = (x: number, n: number) => (x << n) | (x >>> (32 - n));

const substituted = (x: number) => (SBOX[x >>> 24]! << 24) | (SBOX[(x >>> 16) & 255]! << 16) | (SBOX[(x >>> 8) & 255]! << 8) | SBOX[x & 255]!;

/** CK: four bytes 7·(4i + j) mod 256. */
const constantOf = (round: number) => [0, 1, 2, 3].reduce((word, j) => (word << 8) | ((7 * (4 * round + j)) & 255), 0);

const wordsOf = (bytes: Uint8Array) => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, 16);
  return Int32Array.from([0, 4, 8, 12], (offset) => view.getInt32(offset));
};

/** The round keys; decryption takes them backwards. */
export function roundKeys(key: Uint8Array, direction: 'encrypt' | 'decrypt'): Int32Array {
  if (key.length !== 16) throw new RangeError('an SM4 key has 16 bytes');
  const k = wordsOf(key).map((word, i) => word ^ FK[i]!);
  const keys = new Int32Array(ROUNDS);
  for (let i = 0; i < ROUNDS; i += 1) {
    const b = substituted(k[(i + 1) % 4]! ^ k[(i + 2) % 4]! ^ k[(i + 3) % 4]! ^ constantOf(i));
    keys[i] = k[i % 4]! ^= b ^ rotl(b, 13) ^ rotl(b, 23);
  }
  return direction === 'encrypt' ? keys : keys.reverse();
}

/** One block of 16 bytes through the rounds. */
export function sm4Block(keys: Int32Array, block: Uint8Array): Buffer {
  const x = wordsOf(block);
  for (let i = 0; i < ROUNDS; i += 1) {
    const b = substituted(x[(i + 1) % 4]! ^ x[(i + 2) % 4]! ^ x[(i + 3) % 4]! ^ keys[i]!);
    x[i % 4]! ^= b ^ rotl(b, 2) ^ rotl(b, 10) ^ rotl(b, 18) ^ rotl(b, 24);
  }
  const out = Buffer.alloc(16);
  x.reverse().forEach((word, i) => out.writeInt32BE(word, i * 4));
  return out;
}
