import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CRYPTO_USES, OTHER_USES } from './inventory';
import { inventoryPage } from './inventory-page';

const root = join(__dirname, '../../..');

const sourcesIn = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|(^|\/)(testing|node_modules|dist)\//.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, folder, path), 'utf8') }));

const MODULES = /(from|import|require|getBuiltinModule)\s*\(?\s*['"`](node:crypto|crypto|node:tls|sm-crypto[\w-]*|jose|@noble\/[^'"`]*|crypto-js|gm-crypto|jsrsasign|@aws-sdk\/client-kms|@smithy\/signature-v4)['"`]|\bcrypto\.(subtle|getRandomValues)/;
/** Our own: whoever hashes says what for. */
const OURS = /import \{[^}]*\b(sm3|keyedDigest|sm3Words|sm3Hex)\b[^}]*\} from '[^']*(crypto\/digest|@yibao\/shared|\/sm3)'/;
/** Comparing and making random names is no cryptography that an inventory would tell of. Only whole lines of such imports; another import beside them counts. */
const HARMLESS = /^import \{ (randomBytes|randomInt|randomUUID|timingSafeEqual)(, (randomBytes|randomInt|randomUUID|timingSafeEqual))* \} from 'node:crypto';$/gm;

const usesCrypto = (text: string) => MODULES.test(text.replace(HARMLESS, '')) || OURS.test(text);

const BUILDINGS = ['functions/src', 'miniapp/src', 'shared/src', 'simulator/src/stack'];
/** What is known under its own purpose or is the room itself, and the local stack's own key pairs. */
const NAMED_OTHERWISE = /^(crypto\/(digest|plain-engine|pin-hash)|voucher\/ec-token|audit\/mac|shared\/src\/(code\/sm3|index)|simulator\/src\/stack\/(stack|institutions|table))\.ts$/;

const named = (folder: string, path: string) => (folder === 'functions/src' ? path : `${folder}/${path}`);

const filesOf = (folder: string) => sourcesIn(folder).map(({ path, text }) => ({ path: named(folder, path), text }));

test('every file that uses cryptography, or hashes with our own, is named in the inventory', () => {
  const users = BUILDINGS.flatMap(filesOf).filter(({ path, text }) => usesCrypto(text) && !NAMED_OTHERWISE.test(path));
  const listed = new Set(OTHER_USES.flatMap(({ where }) => where));
  expect(users.map(({ path }) => path).filter((path) => !listed.has(path))).toEqual([]);
});

test.each([
  ["import { createHash } from 'node:crypto';", true],
  ["import { randomBytes } from 'node:crypto';\nimport { createHash } from 'node:crypto';", true],
  ["import { randomBytes, createHmac } from 'node:crypto';", true],
  ["import * as crypto from 'node:crypto';", true],
  ["const { sign } = require('crypto');", true],
  ["const { sign } = await import('node:crypto');", true],
  ["process.getBuiltinModule('node:crypto')", true],
  ["await crypto.subtle.digest('SHA-256', data)", true],
  ["import { sm2 } from 'sm-crypto-v2';", true],
  ["import { keyedDigest, sameText } from '../crypto/digest';", true],
  ["import { randomBytes, timingSafeEqual } from 'node:crypto';", false],
  ["import { sameText } from '../crypto/digest';", false],
])('what counts as using cryptography: %s', (text, counts) => {
  expect(usesCrypto(text)).toBe(counts);
});

test('the inventory names no file that is gone', () => {
  const paths = new Set(BUILDINGS.flatMap(filesOf).map(({ path }) => path));
  expect(OTHER_USES.flatMap(({ where }) => where).filter((path) => !paths.has(path))).toEqual([]);
});

test('SM3, SM4 and SM2 are used through their one room only (CODE-4)', () => {
  const strangers = sourcesIn('functions/src').filter(({ path, text }) => !path.startsWith('crypto/') && /['"`]sm[234]\b|sm-crypto/.test(text));
  expect(strangers.map(({ path }) => path)).toEqual([]);
});

test('nobody signs or encrypts with node’s own SM2', () => {
  const users = sourcesIn('functions/src').filter(({ path, text }) => !path.endsWith('-page.ts') && /from 'node:crypto'/.test(text) && /createECDH|['"]SM2['"]|generateKeyPair|createSign\('sm3'|sign\('sm3'/.test(text.replace(/\/\*[\s\S]*?\*\//g, '')));
  expect(users.map(({ path }) => path)).toEqual([]);
});

test('the mini-program ships only the small SM3 of shared', () => {
  const { dependencies = {} } = JSON.parse(readFileSync(join(root, 'miniapp/package.json'), 'utf8')) as { dependencies?: Record<string, string> };
  expect(Object.keys(dependencies).filter((name) => /crypto|noble|jose|sm[234]|rsa|forge/.test(name))).toEqual([]);
  for (const folder of ['miniapp/src', 'shared/src']) {
    expect(sourcesIn(folder).filter(({ text }) => MODULES.test(text)).map(({ path }) => path)).toEqual([]);
  }
  expect(readFileSync(join(root, 'shared/src/code/sm3.ts'), 'utf8')).not.toMatch(/^import /m);
});

test('every entry is complete', () => {
  for (const use of CRYPTO_USES) for (const value of Object.values(use)) expect([use.protects, value.length > 0 || Array.isArray(value)]).toEqual([use.protects, true]);
});

test('docs/security/crypto.md is what the inventory says (else run: npm run security-docs)', () => {
  expect(readFileSync(join(root, 'docs/security/crypto.md'), 'utf8')).toBe(inventoryPage(CRYPTO_USES));
});
