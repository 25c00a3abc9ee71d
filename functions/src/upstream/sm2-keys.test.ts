import { sm2 } from '../crypto/sm.vectors.json';
import { Sm2PrivateKey, Sm2PublicKey } from './sm2-keys';

const base64 = (hex: string) => Buffer.from(hex, 'hex').toString('base64');

test.each([sm2.dHex, sm2.dHex.toUpperCase(), base64(sm2.dHex), base64(`00${sm2.dHex}`)])('a private key is read from hexadecimal digits and from base64, with and without a leading zero', (text) => {
  expect(Sm2PrivateKey.parse(text)).toBe(sm2.dHex);
});

test.each([sm2.publicHex, base64(sm2.publicHex)])('a public key is read from hexadecimal digits and from base64', (text) => {
  expect(Sm2PublicKey.parse(text)).toBe(sm2.publicHex);
});

test.each(['', 'key', sm2.dHex.slice(2), `01${sm2.dHex}`])('%j is no key', (text) => {
  expect(Sm2PrivateKey.safeParse(text).success).toBe(false);
  expect(Sm2PublicKey.safeParse(text).success).toBe(false);
});
