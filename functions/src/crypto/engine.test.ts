import { sm3 as sm3OfLibrary, sm4 as sm4OfLibrary } from 'sm-crypto-v2';
import * as fc from 'fast-check';
import { chooseEngine } from './choose-engine';
import type { Engine } from './engine';
import { selfTest } from './self-test';

const NOTHING = { hashes: [], ciphers: [] };
const native = chooseEngine();
const plain = chooseEngine(NOTHING);

const engines: [string, Engine][] = [
  ['of OpenSSL', native],
  ['in JavaScript', plain],
];

test('OpenSSL is taken where it has SM3 and SM4, each half by itself, and JavaScript otherwise', () => {
  const sm4 = ['sm4-ctr', 'sm4-cbc', 'sm4-ecb'];
  expect(native.made).toEqual({ hashing: 'openssl', ciphering: 'openssl' });
  expect(plain.made).toEqual({ hashing: 'javascript', ciphering: 'javascript' });
  expect(chooseEngine({ hashes: ['sm3'], ciphers: ['sm4-ecb'] }).made).toEqual({ hashing: 'openssl', ciphering: 'javascript' });
  expect(chooseEngine({ hashes: [], ciphers: sm4 }).made).toEqual({ hashing: 'javascript', ciphering: 'openssl' });
});

describe.each(engines)('the engine %s', (_what, engine) => {
  test('computes the standards’ examples (CODE-4)', () => {
    expect(() => selfTest(engine)).not.toThrow();
  });

  test.each([
    ['SM3', { ...engine, sm3: (data: Uint8Array) => engine.sm3(data).reverse() }],
    ['HMAC-SM3', { ...engine, hmacSm3: (_key: Uint8Array, data: Uint8Array) => engine.sm3(data) }],
    ['HKDF-SM3', { ...engine, hkdfSm3: () => Buffer.alloc(42) }],
    ['SM4-ecb', { ...engine, encrypt: (_mode: 'ctr' | 'cbc' | 'ecb', { data }: { data: Uint8Array }) => Buffer.from(data) }],
  ])('is refused by the self-test when its %s is wrong', (what, broken) => {
    expect(() => selfTest(broken)).toThrow(expect.objectContaining({ name: 'SelfTestFailed', message: what }));
  });

  test.each(['cbc', 'ecb'] as const)('refuses %s text with wrong padding or cut in a block', (mode) => {
    const task = { key: Buffer.alloc(16, 1), ...(mode === 'cbc' ? { iv: Buffer.alloc(16) } : {}) };
    const text = engine.encrypt(mode, { ...task, data: Buffer.from('abc') });
    expect(engine.decrypt(mode, { ...task, data: text }).toString()).toBe('abc');
    expect(() => engine.decrypt(mode, { ...task, data: text.subarray(0, 15) })).toThrow();
    expect(() => engine.decrypt(mode, { ...task, data: Buffer.alloc(16, 9) })).toThrow();
  });

  test.each([
    ['a short key', 'ctr', { key: Buffer.alloc(15), iv: Buffer.alloc(16) }],
    ['a short iv', 'cbc', { key: Buffer.alloc(16), iv: Buffer.alloc(12) }],
    ['no iv', 'ctr', { key: Buffer.alloc(16) }],
  ] as const)('refuses %s', (_fault, mode, task) => {
    expect(() => engine.encrypt(mode, { ...task, data: Buffer.from('abc') })).toThrow();
  });
});

const bytes = (max: number) => fc.uint8Array({ maxLength: max });
const sixteen = fc.uint8Array({ minLength: 16, maxLength: 16 });

test('both engines agree on any input, also where the counter runs over', () => {
  fc.assert(
    fc.property(bytes(200), bytes(150), sixteen, (key, data, block) => {
      expect(plain.sm3(data)).toEqual(native.sm3(data));
      expect(plain.hmacSm3(key, data)).toEqual(native.hmacSm3(key, data));
      const label = { salt: block, info: data, bytes: 1 + (key.length % 90) };
      expect(plain.hkdfSm3(key, label)).toEqual(native.hkdfSm3(key, label));
      for (const mode of ['ctr', 'cbc', 'ecb'] as const) {
        const task = { key: block, ...(mode === 'ecb' ? {} : { iv: Buffer.alloc(16, 255) }) };
        const text = native.encrypt(mode, { ...task, data });
        expect(plain.encrypt(mode, { ...task, data })).toEqual(text);
        expect(plain.decrypt(mode, { ...task, data: text })).toEqual(Buffer.from(data));
      }
    }),
    { numRuns: 200 },
  );
});

test('a third implementation agrees too', () => {
  const key = Buffer.from('0123456789abcdeffedcba9876543210', 'hex');
  const text = Buffer.from('同一个码不能用两次');
  expect(plain.sm3(text).toString('hex')).toBe(sm3OfLibrary(text));
  expect(plain.hmacSm3(key, text).toString('hex')).toBe(sm3OfLibrary(text, { key, mode: 'hmac' }));
  expect(plain.encrypt('cbc', { key, iv: key, data: text }).toString('hex')).toBe(sm4OfLibrary.encrypt(text, key, { mode: 'cbc', iv: key }));
});

test('the self-test takes less than 5 ms once it is warm', () => {
  selfTest(native);
  const started = performance.now();
  for (let i = 0; i < 10; i += 1) selfTest(native);
  expect((performance.now() - started) / 10).toBeLessThan(5);
});
