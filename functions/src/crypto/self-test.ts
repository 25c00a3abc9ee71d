import type { Engine } from './engine';
import { hkdfSm3, hmacSm3, sm3, sm4Cbc, sm4Ctr, sm4Ecb } from './sm.vectors.json';

/** The cryptography of this process does not compute what the standards say. Nothing may be served with it. */
export class SelfTestFailed extends Error {
  override readonly name = 'SelfTestFailed';
}

export type Answer = readonly [what: string, got: unknown, wanted: string | boolean];

/** Throws SelfTestFailed with the name of the first answer that is another; also where one cannot be computed at all. */
export function proved(answers: Iterable<Answer>): void {
  try {
    for (const [what, got, wanted] of answers) if (got !== wanted) throw new SelfTestFailed(what);
  } catch (error) {
    throw error instanceof SelfTestFailed ? error : new SelfTestFailed(`no answer: ${(error as Error).message}`);
  }
}

const bytes = (hex: string) => Buffer.from(hex, 'hex');

function* hashes(engine: Engine): Generator<Answer> {
  for (const { text, hash } of sm3) yield ['SM3', engine.sm3(Buffer.from(text)).toString('hex'), hash];
  for (const { keyHex, text, mac } of hmacSm3) yield ['HMAC-SM3', engine.hmacSm3(bytes(keyHex), Buffer.from(text)).toString('hex'), mac];
  for (const { keyHex, saltHex, infoHex, bytes: length, outHex } of hkdfSm3) {
    yield ['HKDF-SM3', engine.hkdfSm3(bytes(keyHex), { salt: bytes(saltHex), info: bytes(infoHex), bytes: length }).toString('hex'), outHex];
  }
}

/** ECB and CBC pad, so their results go on for one block after the standard's. */
function* ciphers(engine: Engine): Generator<Answer> {
  for (const mode of ['ecb', 'cbc', 'ctr'] as const) {
    const vectors: readonly { keyHex: string; ivHex?: string; plainHex: string; cipherHex: string }[] = { ecb: sm4Ecb, cbc: sm4Cbc, ctr: sm4Ctr }[mode];
    for (const { keyHex, ivHex, plainHex, cipherHex } of vectors) {
      const task = { key: bytes(keyHex), ...(ivHex === undefined ? {} : { iv: bytes(ivHex) }) };
      const made = engine.encrypt(mode, { ...task, data: bytes(plainHex) });
      yield [`SM4-${mode}`, made.subarray(0, cipherHex.length / 2).toString('hex'), cipherHex];
      yield [`SM4-${mode} back`, engine.decrypt(mode, { ...task, data: made }).toString('hex'), plainHex];
    }
  }
}

/** Known answers of the standards through the engine, before anything else is done with it. Throws SelfTestFailed. */
export function selfTest(engine: Engine): void {
  proved(hashes(engine));
  proved(ciphers(engine));
}
