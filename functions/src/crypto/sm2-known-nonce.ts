import { sm2 as library } from 'sm-crypto-v2';
import type { Answer } from './self-test';
import { sm2 } from './sm.vectors.json';

const x1Of = (kHex: string) => BigInt(`0x${library.getPublicKeyFromPrivateKey(kHex).slice(2, 66)}`);

/** Z, e, r and s of GB/T 32918.5 for the nonce that the standard gives; for builds and tests, since nothing else may choose a nonce. */
export function* knownSignature(): Generator<Answer> {
  const { dHex, publicHex, message, id, zHex, eHex, kHex, rHex, sHex } = sm2;
  const said = Buffer.from(message);
  const pointPool = [{ k: BigInt(`0x${kHex}`), x1: x1Of(kHex) }];
  yield ['SM2 Z', Buffer.from(library.getZ(publicHex, id)).toString('hex'), zHex];
  yield ['SM2 e', library.getHash(said, publicHex, id), eHex];
  yield ['SM2 r, s', library.doSignature(said, dHex, { hash: true, userId: id, pointPool }), rHex + sHex];
}
