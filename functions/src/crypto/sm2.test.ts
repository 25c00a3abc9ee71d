import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { sm2 as library } from 'sm-crypto-v2';
import { chooseEngine } from './choose-engine';
import envelope from './envelope.vectors.json';
import { proved } from './self-test';
import { sm2Decrypt, sm2Encrypt, sm2Sign, sm2Verify } from './sm2';
import { knownSignature } from './sm2-known-nonce';
import { sm2SelfTest } from './sm2-self-test';
import { sm2, sm2Encryption } from './sm.vectors.json';

const { dHex, publicHex, message, rHex, sHex } = sm2;
const said = Buffer.from(message);
const other = library.generateKeyPairHex();

describe('SM2 signatures', () => {
  test('Z, e, r and s are those of GB/T 32918.5 (CODE-4)', () => {
    expect(() => proved(knownSignature())).not.toThrow();
    expect(sm2Verify(said, rHex + sHex, publicHex)).toBe(true);
  });

  test('are new each time and verify', () => {
    const [one, two] = [sm2Sign(said, dHex), sm2Sign(said, dHex)];
    expect(one).not.toBe(two);
    expect([one, two].map((signature) => sm2Verify(said, signature, publicHex))).toEqual([true, true]);
  });

  test.each([
    ['an altered signature', rHex + sHex.replace(/.$/, '0')],
    ['a cut one', rHex],
    ['zeros', '0'.repeat(128)],
    ['numbers beyond the order', 'f'.repeat(128)],
    ['no hexadecimal', 'z'.repeat(128)],
  ])('do not verify for %s', (_what, signature) => {
    expect(sm2Verify(said, signature, publicHex)).toBe(false);
  });

  test('verify neither another message nor another key', () => {
    expect(sm2Verify(Buffer.from('message digesu'), rHex + sHex, publicHex)).toBe(false);
    expect(sm2Verify(said, rHex + sHex, other.publicKey)).toBe(false);
  });

  test.each([
    ['an empty id, as node’s are', { userId: '' }],
    ['another id', { userId: '1234567812345679' }],
    ['ASN.1 around r and s', { der: true }],
    ['the message itself in place of its digest, as the library does by itself', { hash: false }],
  ])('do not verify with %s', (_what, other) => {
    const signature = library.doSignature(said, dHex, { hash: true, userId: '1234567812345678', ...other });
    expect(library.doVerifySignature(said, signature, publicHex, { hash: true, userId: '1234567812345678', ...other })).toBe(true);
    expect(sm2Verify(said, signature, publicHex)).toBe(false);
  });

  test('of node:crypto do not verify, whichever form the key has, which is why it is not used', () => {
    const der = Buffer.from(`308187020100301306072a8648ce3d020106082a811ccf5501822d046d306b0201010420${dHex}a144034200${publicHex}`, 'hex');
    const imported = sign('sm3', said, createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }));
    expect(library.doVerifySignature(said, imported.toString('hex'), publicHex, { hash: true, der: true, userId: '' })).toBe(true);
    expect(sm2Verify(said, rawOf(imported), publicHex)).toBe(false);
    const made = generateKeyPairSync('ec', { namedCurve: 'SM2' });
    const point = made.publicKey.export({ format: 'der', type: 'spki' }).subarray(-65).toString('hex');
    expect(sm2Verify(said, rawOf(sign('sm3', said, made.privateKey)), point)).toBe(false);
  });
});

/** r‖s of an ASN.1 signature. */
function rawOf(der: Buffer): string {
  const at = (start: number) => der.subarray(start + 2, start + 2 + der[start + 1]!).toString('hex').slice(-64).padStart(64, '0');
  return at(2) + at(4 + der[3]!);
}

describe('the self-test of SM2, before a function speaks to the platform', () => {
  const right = { sign: sm2Sign, verify: sm2Verify, decrypt: sm2Decrypt };

  test('is stood', () => {
    expect(() => sm2SelfTest()).not.toThrow();
  });

  test.each([
    ['SM2 verify', { verify: () => false }],
    ['SM2 refuse', { verify: () => true }],
    ['SM2 sign', { sign: () => '1'.repeat(128) }],
    ['SM2 decrypt', { decrypt: () => Buffer.alloc(19) }],
  ])('names “%s” when that is wrong', (what, wrong) => {
    expect(() => sm2SelfTest({ ...right, ...wrong })).toThrow(expect.objectContaining({ name: 'SelfTestFailed', message: what }));
  });
});

describe('SM2 encryption', () => {
  test('opens the example of GB/T 32918.5', () => {
    expect(sm2Decrypt(Buffer.from(sm2Encryption.cipherHex, 'hex'), dHex).toString()).toBe(sm2Encryption.plain);
  });

  test('opens what it closed, and shows nothing', () => {
    const text = sm2Encrypt(Buffer.from('张三'), publicHex);
    expect(text.includes(Buffer.from('张三'))).toBe(false);
    expect(sm2Decrypt(text, dHex).toString()).toBe('张三');
  });

  const whole = Buffer.from(sm2Encryption.cipherHex, 'hex');
  const altered = (at: number) => Buffer.from(whole.map((byte, i) => (i === at ? byte ^ 1 : byte)));
  test.each([
    ['the last byte missing', whole.subarray(0, -1), dHex],
    ['text before hash, the old order C1‖C2‖C3', Buffer.concat([whole.subarray(0, 65), whole.subarray(97), whole.subarray(65, 97)]), dHex],
    ['only the point', whole.subarray(0, 65), dHex],
    ['another point', altered(20), dHex],
    ['another hash', altered(70), dHex],
    ['another text', altered(100), dHex],
    ['another key', whole, other.privateKey],
    ['nothing', Buffer.alloc(0), dHex],
  ])('throws for %s', (_what, text, key) => {
    expect(() => sm2Decrypt(text, key)).toThrow();
  });

  test.each([
    ['a point beside the curve', `${publicHex.slice(0, -1)}4`],
    ['a short point', publicHex.slice(0, 66)],
    ['nothing', ''],
  ])('takes no public key that is %s', (_what, key) => {
    expect(() => sm2Encrypt(said, key)).toThrow();
    expect(() => sm2Verify(said, rHex + sHex, key)).toThrow();
  });

  test.each(['', '0'.repeat(64), dHex.slice(1)])('takes no private key %p', (key) => {
    expect(() => sm2Sign(said, key)).toThrow('32 bytes');
    expect(() => sm2Decrypt(whole, key)).toThrow('32 bytes');
  });
});

describe('the message envelope of the national platform', () => {
  const { appId, appSecret, dataJson, encData, oneValidSignData, sm3OfSignString } = envelope;
  const names = { appId, appSecret, dataJson, timestamp: envelope.timestamp, version: envelope.version };
  const signString = envelope.signString.replace(/\{(\w+)\}/g, (_all, name: keyof typeof names) => names[name]);

  test.each([undefined, { hashes: [], ciphers: [] }])('has key, text and digest as the vectors say (engine %#)', (offer) => {
    const engine = chooseEngine(offer);
    const derived = engine.encrypt('ecb', { key: Buffer.from(appId.slice(0, 16)), data: Buffer.from(appSecret) }).toString('hex').toUpperCase().slice(0, 16);
    expect(derived).toBe(envelope.derivedKey);
    expect(engine.encrypt('ecb', { key: Buffer.from(derived), data: Buffer.from(dataJson) }).toString('hex').toUpperCase()).toBe(encData);
    expect(engine.decrypt('ecb', { key: Buffer.from(derived), data: Buffer.from(encData, 'hex') }).toString()).toBe(dataJson);
    expect(engine.sm3(Buffer.from(signString)).toString('hex')).toBe(sm3OfSignString);
  });

  test('is signed over its sorted text', () => {
    expect(sm2Verify(Buffer.from(signString), Buffer.from(oneValidSignData, 'base64').toString('hex'), publicHex)).toBe(true);
  });
});
