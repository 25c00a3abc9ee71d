import vectors from '../crypto/envelope.vectors.json';
import { engine } from '../crypto/choose-engine';
import { sm2 } from '../crypto/sm.vectors.json';
import { sm2Verify } from '../crypto/sm2';
import { encDataOf, keyFrom, normalised, opened, sealed, stringToSign, type Fields } from './envelope';

const { appId, appSecret, version, timestamp, dataJson, encData, signString, oneValidSignData } = vectors;
const account = { appId, appSecret };
const head = { appId, version, timestamp, encType: 'SM4', signType: 'SM2' };
const data = JSON.parse(dataJson) as Fields;
const published = { ...head, encData, signData: oneValidSignData };
const theirs = { account, publicKey: sm2.publicHex };

describe('the national envelope’s vectors', () => {
  test('the derived key and the encrypted content', () => {
    expect(keyFrom(account)).toBe(vectors.derivedKey);
    expect(encDataOf({ ...data, empty: '' }, account)).toBe(encData);
  });

  test('the text that is signed', () => {
    const text = stringToSign(published, data, appSecret);
    const filled = signString.replace(/\{(\w+)\}/g, (_all, name: keyof typeof vectors) => vectors[name]);
    expect(text).toBe(filled);
    expect(engine.sm3(Buffer.from(text)).toString('hex')).toBe(vectors.sm3OfSignString);
  });

  test('the published signature holds and opens the message', () => {
    expect(opened(published, theirs)).toEqual(data);
  });
});

test('content is signed sorted, without what is empty, numbers and booleans as text, objects in lists sorted', () => {
  const content = { b: 2, a: true, list: [{ z: 1, y: 2 }, 'x'], none: null, blank: '', empty: [], deep: { z: 1, a: '' } };
  expect(JSON.stringify(normalised(content))).toBe('{"a":"true","b":"2","deep":{"z":1,"a":""},"list":[{"y":2,"z":1},"x"]}');
});

test('what is sealed opens again, is signed anew each time, and shows nothing', () => {
  const seal = () => sealed(data, { account, timestamp, privateKey: sm2.dHex });
  const message = seal();
  expect(opened(message, theirs)).toEqual(data);
  expect(Buffer.from(message.signData, 'base64')).toHaveLength(64);
  expect(seal().signData).not.toBe(message.signData);
  expect(JSON.stringify(message)).not.toContain('999999');
  const text = stringToSign(message, data, appSecret);
  expect(sm2Verify(Buffer.from(text), Buffer.from(message.signData, 'base64').toString('hex'), sm2.publicHex)).toBe(true);
});

const other = { ...account, appSecret: 'A'.repeat(32) };
const flipped = (hex: string, at: number) => hex.slice(0, at) + (hex[at] === '0' ? '1' : '0') + hex.slice(at + 1);

test.each<[string, object, Partial<typeof theirs>]>([
  ['whose content was altered in its first block', { encData: flipped(encData, 3) }, {}],
  ['whose content was altered in its last block', { encData: flipped(encData, encData.length - 1) }, {}],
  ['whose blocks were swapped', { encData: encData.slice(32, 64) + encData.slice(0, 32) + encData.slice(64) }, {}],
  ['that was cut', { encData: encData.slice(0, -32) }, {}],
  ['cut inside a block', { encData: encData.slice(0, -2) }, {}],
  ['without content', { encData: '' }, {}],
  ['with another time', { timestamp: '20260101080001' }, {}],
  ['with a field added', { success: true }, {}],
  ['with an altered signature', { signData: oneValidSignData.replace('gL3', 'gL4') }, {}],
  ['without a signature', { signData: '' }, {}],
  ['signed with another secret', {}, { account: other }],
  ['signed by another key', {}, { publicKey: '0432c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7bc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0' }],
])('a message %s is not genuine, and no more is said', (_what, changes, keys) => {
  expect(() => opened({ ...published, ...changes }, { ...theirs, ...keys })).toThrow(/^envelope not genuine$/);
});
