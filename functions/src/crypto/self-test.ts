import type { Engine } from './engine';
import { hkdfSm3, hmacSm3, sm3, sm4Cbc, sm4Ctr, sm4Ecb } from './sm.vectors.json';

/** The cryptography of this process does not compute what the standards say. Nothing may be served with it. */
export class SelfTestFailed extends Error {
  override readonly name = 'SelfTestFailed';
}

const bytes = (hex: string) => Buffer.from(hex, 'hex');

type Answer = readonly [what: string, got: Buffer, wanted: string];

function* hashes(engine: Engine): Generator<Answer> {
  for (const { text, hash } of sm3) yield ['SM3', engine.sm3(Buffer.from(text)), hash];
  for (const { keyHex, text, mac } of hmacSm3) yield ['HMAC-SM3', engine.hmacSm3(bytes(keyHex), Buffer.from(text)), mac];
  for (const { keyHex, saltHex, infoHex, bytes: length, outHex } of hkdfSm3) {
    yield ['HKDF-SM3', engine.hkdfSm3(bytes(keyHex), { salt: bytes(saltHex), info: bytes(infoHex), bytes: length }), outHex];
  }
}

/** ECB and CBC pad, so their results go on for one block after the standard's. */
function* ciphers(engine: Engine): Generator<Answer> {
  for (const mode of ['ecb', 'cbc', 'ctr'] as const) {
    const vectors: readonly { keyHex: string; ivHex?: string; plainHex: string; cipherHex: string }[] = { ecb: sm4Ecb, cbc: sm4Cbc, ctr: sm4Ctr }[mode];
    for (const { keyHex, ivHex, plainHex, cipherHex } of vectors) {
      const task = { key: bytes(keyHex), ...(ivHex === undefined ? {} : { iv: bytes(ivHex) }) };
      const made = engine.encrypt(mode, { ...task, data: bytes(plainHex) });
      yield [`SM4-${mode}`, made.subarray(0, cipherHex.length / 2), cipherHex];
      yield [`SM4-${mode} back`, engine.decrypt(mode, { ...task, data: made }), plainHex];
    }
  }
}

/** Known answers of the standards through the engine, before anything else is done with it. Throws SelfTestFailed. */
export function selfTest(engine: Engine): void {
  for (const answers of [hashes(engine), ciphers(engine)]) {
    for (const [what, got, wanted] of answers) if (got.toString('hex') !== wanted) throw new SelfTestFailed(what);
  }
}
