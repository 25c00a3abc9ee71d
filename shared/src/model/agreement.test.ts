import { sm3Hex } from '../code/sm3';
import { AGREEMENTS, agreementOf, documentOf } from './agreement';
import type { AgreementPurpose } from './agreement-purpose';

const hashOf = (text: string) => sm3Hex(new TextEncoder().encode(text));

/** Every text that was ever published to be agreed to. A new version is added here; a line is never changed. */
const PUBLISHED: readonly (readonly [AgreementPurpose, version: string, hash: string])[] = [
  ['service', '2026-11-22', '575d4d19da47c3df63cd61ab479bcb679e65ed7e68cc5b3eaf43d77114521035'],
  ['reading', '2026-11-22', 'ea84abc9d4bfb07e4b6a84e2766b47bd7bc0718889f99d2ce06df9ea660d584e'],
  ['face', '2026-11-22', 'ba98ac1fd827272bcc8bee2a1acc44fc85fba16d7c4fa26dd73edd7f4680c7e5'],
];

test.each(Object.entries(AGREEMENTS))('the text %s is the one published under its version: who changes a text gives it a new version', (purpose, agreement) => {
  expect(hashOf(documentOf(agreement))).toBe(agreement.hash);
  expect(PUBLISHED).toContainEqual([purpose, agreement.version, agreement.hash]);
});

test.each(PUBLISHED)('the text %s %s can still be read as it was agreed to', (purpose, version, hash) => {
  const text = agreementOf(purpose, version);
  expect(text && hashOf(documentOf(text))).toBe(hash);
});

test('a version that never was has no text', () => {
  expect(agreementOf('face', '2020-01-01')).toBeUndefined();
});

test('no version of a text is published twice', () => {
  expect(new Set(PUBLISHED.map(([purpose, version]) => `${purpose} ${version}`)).size).toBe(PUBLISHED.length);
});

test.each(['用来确认', '微信或支付宝', '不保存', '可以不同意', '窗口', '撤回', '敏感个人信息', '12393'])('the face consent says %s', (words) => {
  expect(documentOf(AGREEMENTS.face)).toContain(words);
});
