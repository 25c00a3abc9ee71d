import { createCipheriv, createHmac } from 'node:crypto';
import { blindIndexWith, sm3 } from './digest';
import { keysFrom, type Purpose } from './keys';
import { pinHasherWith } from './pin-hash';
import { sealerWith } from './sealer';

const keys = keysFrom('a root key that is only for tests, 32+');
const sealer = sealerWith(keys);
const PLACE = { pk: 'V#1', attribute: 'idNumber' };

test('the engine computes SM3, HMAC-SM3 and SM4 as the standards’ examples say (CODE-4)', () => {
  expect(sm3('abc')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
  const key = Buffer.from(Array.from({ length: 32 }, (_, i) => i + 1));
  expect(createHmac('sm3', key).update('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq'.repeat(2)).digest('hex')).toBe('ca05e144ed05d1857840d1f318a4a8669e559fc8391f414485bfdf7bb408963a');
  const block = Buffer.from('0123456789abcdeffedcba9876543210', 'hex');
  const cipher = createCipheriv('sm4-ecb', block, null).setAutoPadding(false);
  expect(Buffer.concat([cipher.update(block), cipher.final()]).toString('hex')).toBe('681edf34d206965e86b3e94f536e4246');
});

test('two purposes never share a key', () => {
  const purposes: Purpose[] = ['seal-cipher', 'seal-mac', 'blind-index', 'pin-pepper', 'sms-code', 'ec-token', 'audit-chain', 'use-record'];
  expect(new Set(purposes.map((purpose) => keys.of(purpose).toString('hex'))).size).toBe(purposes.length);
});

describe('a sealed value', () => {
  const sealed = sealer.seal('999999199003070012', PLACE);

  test('opens where it was sealed and shows nothing', () => {
    expect(sealer.open(sealed, PLACE)).toBe('999999199003070012');
    expect(sealed).not.toContain('9999');
    expect(sealer.seal('999999199003070012', PLACE)).not.toBe(sealed);
  });

  test.each([
    ['another row', sealed, { ...PLACE, pk: 'V#2' }],
    ['another field', sealed, { ...PLACE, attribute: 'name' }],
    ['altered text', sealed.replace(/\.([^.]{4})([^.]*)\.([^.]*)$/, '.AAAA$2.$3'), PLACE],
    ['a cut MAC', sealed.slice(0, -4), PLACE],
    ['another key id', sealed.replace('.k1.', '.k2.'), PLACE],
    ['nothing', '', PLACE],
    ['half of it', sealed.slice(0, 20), PLACE],
  ])('does not open as %s', (_what, text, place) => {
    expect(() => sealer.open(text, place)).toThrow('does not open');
  });

  test('does not open with another root key', () => {
    expect(() => sealerWith(keysFrom('another root key only for tests, 32+')).open(sealed, PLACE)).toThrow('does not open');
  });
});

test('a blind index is full length, keyed and labelled', () => {
  const index = blindIndexWith(keys);
  expect(index('id-number', '999999199003070012')).toMatch(/^[0-9a-f]{64}$/);
  expect(index('id-number', 'x')).not.toBe(index('account', 'x'));
  expect(index('id-number', 'x')).not.toBe(blindIndexWith(keysFrom('another root key only for tests, 32+'))('id-number', 'x'));
});

test('a PIN is found again by its hash, and only for its voucher', async () => {
  const hasher = pinHasherWith(keys);
  const hash = await hasher.hash('280915', 'v1');
  expect(await hasher.matches('280915', 'v1', hash)).toBe(true);
  expect(await hasher.matches('280916', 'v1', hash)).toBe(false);
  expect(await hasher.matches('280915', 'v2', hash)).toBe(false);
});
