import { bytesOfHex, codeAt, stepAt } from './code';
import vectors from './code.vectors.json';
import { sm3Otp } from './otp';

/** One-time passwords of GM/T 0021 and codes of this project: what is computed here, and what it must be. */
export function* knownCodes(): Generator<readonly [what: string, got: string, wanted: string]> {
  for (const { seedHex, T, C, Q, digits, otp } of vectors.gmt0021.cases) yield ['SM3-OTP', sm3Otp({ seed: bytesOfHex(seedHex), time: T, event: C, challenge: Q, digits }), otp];
  for (const { seedHex, handle, province, unixTime, seq, code } of vectors.codes) {
    yield ['code', codeAt({ seed: bytesOfHex(seedHex), handle, province }, { step: stepAt(unixTime), sequence: seq }), code];
  }
}
