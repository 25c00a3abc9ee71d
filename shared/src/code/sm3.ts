/** SM3 (GB/T 32905), small and without dependencies, because the mini-program has no cryptography of its own. */

const rotl = (x: number, n: number) => (x << n) | (x >>> (32 - n));
const p0 = (x: number) => x ^ rotl(x, 9) ^ rotl(x, 17);
const p1 = (x: number) => x ^ rotl(x, 15) ^ rotl(x, 23);

const INITIAL = [0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e];

function expand(block: DataView, offset: number): Int32Array {
  const w = new Int32Array(68);
  for (let j = 0; j < 16; j += 1) w[j] = block.getInt32(offset + j * 4);
  for (let j = 16; j < 68; j += 1) {
    w[j] = p1(w[j - 16]! ^ w[j - 9]! ^ rotl(w[j - 3]!, 15)) ^ rotl(w[j - 13]!, 7) ^ w[j - 6]!;
  }
  return w;
}

const early = (x: number, y: number, z: number) => x ^ y ^ z;
const majority = (x: number, y: number, z: number) => (x & y) | (x & z) | (y & z);
const choice = (x: number, y: number, z: number) => (x & y) | (~x & z);

function compress(v: Int32Array, w: Int32Array): void {
  let [a, b, c, d, e, f, g, h] = v as unknown as [number, number, number, number, number, number, number, number];
  for (let j = 0; j < 64; j += 1) {
    const t = j < 16 ? 0x79cc4519 : 0x7a879d8a;
    const ss1 = rotl((rotl(a, 12) + e + rotl(t, j % 32)) | 0, 7);
    const tt1 = ((j < 16 ? early(a, b, c) : majority(a, b, c)) + d + (ss1 ^ rotl(a, 12)) + (w[j]! ^ w[j + 4]!)) | 0;
    const tt2 = ((j < 16 ? early(e, f, g) : choice(e, f, g)) + h + ss1 + w[j]!) | 0;
    [d, c, b, a] = [c, rotl(b, 9), a, tt1];
    [h, g, f, e] = [g, rotl(f, 19), e, p0(tt2)];
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => (v[i] = v[i]! ^ word));
}

function padded(message: Uint8Array): DataView {
  const bytes = new Uint8Array((((message.length + 8) >> 6) + 1) << 6);
  bytes.set(message);
  bytes[message.length] = 0x80;
  const view = new DataView(bytes.buffer);
  view.setUint32(bytes.length - 8, Math.floor(message.length / 0x20000000));
  view.setUint32(bytes.length - 4, (message.length << 3) >>> 0);
  return view;
}

/** The eight 32-bit words of the digest, signed as JavaScript's bit operations leave them. */
export function sm3Words(message: Uint8Array): Int32Array {
  const v = Int32Array.from(INITIAL);
  const blocks = padded(message);
  for (let offset = 0; offset < blocks.byteLength; offset += 64) compress(v, expand(blocks, offset));
  return v;
}

export const sm3Hex = (message: Uint8Array) => Array.from(sm3Words(message), (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
