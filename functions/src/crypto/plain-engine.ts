import { sm3Words } from '@yibao/shared';
import type { Bytes, Ciphering, Hashing } from './engine';
import { roundKeys, sm4Block } from './sm4-block';

const BLOCK = 64;

function sm3(data: Bytes): Buffer {
  const digest = Buffer.alloc(32);
  sm3Words(data).forEach((word, i) => digest.writeInt32BE(word, i * 4));
  return digest;
}

function hmacSm3(key: Bytes, data: Bytes): Buffer {
  const padded = Buffer.alloc(BLOCK);
  padded.set(key.length > BLOCK ? sm3(key) : key);
  const inner = sm3(Buffer.concat([padded.map((byte) => byte ^ 0x36), data]));
  return sm3(Buffer.concat([padded.map((byte) => byte ^ 0x5c), inner]));
}

export const plainHashing: Hashing = {
  sm3,
  hmacSm3,
  hkdfSm3(key, { salt, info, bytes }) {
    const extracted = hmacSm3(salt, key);
    const parts: Buffer[] = [];
    for (let i = 1; parts.length * 32 < bytes; i += 1) {
      parts.push(hmacSm3(extracted, Buffer.concat([parts.at(-1) ?? Buffer.alloc(0), info, Buffer.from([i])])));
    }
    return Buffer.concat(parts).subarray(0, bytes);
  },
};

const xor = (left: Bytes, right: Bytes) => Buffer.from(left.map((byte, i) => byte ^ right[i]!));

const blocksOf = (data: Bytes) => Array.from({ length: Math.ceil(data.length / 16) }, (_, i) => data.subarray(i * 16, i * 16 + 16));

function next(counter: Bytes): Buffer {
  const after = Buffer.from(counter);
  for (let i = 15; i >= 0; i -= 1) {
    after[i] = (after[i]! + 1) & 255;
    if (after[i] !== 0) break;
  }
  return after;
}

function ctr(keys: Int32Array, iv: Bytes, data: Bytes): Buffer {
  let counter: Bytes = iv;
  return Buffer.concat(
    blocksOf(data).map((block) => {
      const stream = sm4Block(keys, counter);
      counter = next(counter);
      return xor(block, stream);
    }),
  );
}

const padded = (data: Bytes) => Buffer.concat([data, Buffer.alloc(16 - (data.length % 16), 16 - (data.length % 16))]);

function unpadded(data: Buffer): Buffer {
  const length = data.at(-1) ?? 0;
  const isRight = length >= 1 && length <= 16 && data.subarray(-length).every((byte) => byte === length);
  if (!isRight || data.length % 16 !== 0) throw new Error('wrong padding');
  return data.subarray(0, -length);
}

const ZERO = Buffer.alloc(16);

/** ECB is CBC that forgets what came before. */
function chained(data: Bytes, { iv, forgets, step }: { iv: Bytes; forgets: boolean; step: (block: Bytes, before: Bytes) => { out: Buffer; remembered: Bytes } }): Buffer {
  let before: Bytes = iv;
  return Buffer.concat(
    blocksOf(data).map((block) => {
      const { out, remembered } = step(block, before);
      before = forgets ? ZERO : remembered;
      return out;
    }),
  );
}

const isNot16 = (bytes: Bytes | undefined) => bytes?.length !== 16;

function ivFor(mode: string, iv: Bytes | undefined): Bytes {
  if (mode !== 'ecb' && isNot16(iv)) throw new RangeError('an SM4 initialisation vector has 16 bytes');
  return mode === 'ecb' ? ZERO : iv!;
}

export const plainCiphering: Ciphering = {
  encrypt(mode, { key, iv, data }) {
    const keys = roundKeys(key, 'encrypt');
    if (mode === 'ctr') return ctr(keys, ivFor(mode, iv), data);
    const step = (block: Bytes, before: Bytes) => {
      const out = sm4Block(keys, xor(block, before));
      return { out, remembered: out };
    };
    return chained(padded(data), { iv: ivFor(mode, iv), forgets: mode === 'ecb', step });
  },
  decrypt(mode, { key, iv, data }) {
    if (mode === 'ctr') return this.encrypt(mode, iv ? { key, iv, data } : { key, data });
    const keys = roundKeys(key, 'decrypt');
    if (data.length % 16 !== 0) throw new Error('half a block');
    const step = (block: Bytes, before: Bytes) => ({ out: xor(sm4Block(keys, block), before), remembered: block });
    return unpadded(chained(data, { iv: ivFor(mode, iv), forgets: mode === 'ecb', step }));
  },
};
