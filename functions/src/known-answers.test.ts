import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { knownAnswers } from './known-answers';

interface Said {
  readonly builds: Readonly<Record<string, string>>;
  readonly starts: Readonly<Record<string, string>>;
}

let said: Said;

beforeAll(() => {
  said = JSON.parse(execFileSync(process.execPath, [join(__dirname, '../bin/try-known-answers.mjs')], { encoding: 'utf8' })) as Said;
}, 120_000);

test('all known answers are right, by OpenSSL and by our own (CODE-4)', () => {
  expect(knownAnswers).not.toThrow();
}, 30_000);

test('whichever known answer is changed by a digit, the build is refused', () => {
  expect(Object.keys(said.builds)).toHaveLength(19);
  for (const [planted, outcome] of Object.entries(said.builds)) expect([planted, outcome]).toEqual([planted, expect.stringMatching(/^SelfTestFailed: /)]);
});

test('a function whose cryptography computes something else does not start, and asks nobody for anything before', () => {
  expect(said.starts).toEqual({
    'region: native-engine.ts': 'SelfTestFailed: SM3',
    'session: native-engine.ts': 'SelfTestFailed: SM4-ctr',
    'voucher: otp.ts': 'SelfTestFailed: SM3-OTP',
    'notice: sm2.ts': 'SelfTestFailed: SM2 verify',
    'activation: envelope.ts': 'SelfTestFailed: envelope key',
  });
});
