import { type Answer, proved } from './self-test';
import { sm2, sm2Encryption } from './sm.vectors.json';
import { sm2Decrypt, sm2Sign, sm2Verify } from './sm2';

const OURS = { sign: sm2Sign, verify: sm2Verify, decrypt: sm2Decrypt };

const { dHex, publicHex, message, rHex, sHex } = sm2;

function* answers({ sign, verify, decrypt }: typeof OURS): Generator<Answer> {
  const said = Buffer.from(message);
  yield ['SM2 verify', verify(said, rHex + sHex, publicHex), true];
  yield ['SM2 refuse', verify(said, rHex + sHex.replace(/.$/, '0'), publicHex), false];
  yield ['SM2 sign', verify(said, sign(said, dHex), publicHex), true];
  yield ['SM2 decrypt', decrypt(Buffer.from(sm2Encryption.cipherHex, 'hex'), dHex).toString(), sm2Encryption.plain];
}

/**
 * The examples of GB/T 32918.5 with the default id, for functions that speak to the national platform. A signature has a new nonce each
 * time, so one made here must verify; that r and s are the standard's for its nonce is proved at build (known-answers.ts). Throws SelfTestFailed.
 */
export const sm2SelfTest = (does: typeof OURS = OURS): void => proved(answers(does));
