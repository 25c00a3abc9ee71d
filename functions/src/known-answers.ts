import { knownCodes } from '@yibao/shared';
import { chooseEngine } from './crypto/choose-engine';
import type { Engine } from './crypto/engine';
import { type Answer, proved, selfTest } from './crypto/self-test';
import { knownSignature } from './crypto/sm2-known-nonce';
import { roundKeys, sm4Block } from './crypto/sm4-block';
import { sm4Ecb } from './crypto/sm.vectors.json';
import { envelopeSelfTest } from './upstream/envelope-self-test';

const MILLION = 1_000_000;

const bytes = (hex: string) => Buffer.from(hex, 'hex');

/** CBC over zeros encrypts each result again, so OpenSSL does the rounds in one call. */
const lastOfMillion = (engine: Engine, key: Buffer, iv: Buffer) => engine.encrypt('cbc', { key, iv, data: Buffer.alloc(16 * MILLION) }).subarray(-32, -16);

function plainMillion(key: Buffer, block: Buffer): Buffer {
  const keys = roundKeys(key, 'encrypt');
  for (let i = 0; i < MILLION; i += 1) block = sm4Block(keys, block);
  return block;
}

/** GB/T 32907 A.2: a million rounds, by OpenSSL where it has SM4 and by our own. */
function* millions(engine: Engine): Generator<Answer> {
  for (const { keyHex, plainHex, after1000000Rounds } of sm4Ecb) {
    const [key, plain] = [bytes(keyHex), bytes(plainHex)];
    if (engine.made.ciphering === 'openssl') yield ['SM4 a million times', lastOfMillion(engine, key, plain).toString('hex'), after1000000Rounds];
    yield ['SM4 a million times, JavaScript', plainMillion(key, plain).toString('hex'), after1000000Rounds];
  }
}

/** Every known answer that the project has, through this machine's engine and our own; what each build runs before it writes a bundle. Throws SelfTestFailed. */
export function knownAnswers(): void {
  const engine = chooseEngine();
  selfTest(engine);
  selfTest(chooseEngine({ hashes: [], ciphers: [] }));
  proved(knownCodes());
  proved(knownSignature());
  envelopeSelfTest();
  proved(millions(engine));
}
