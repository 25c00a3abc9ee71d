import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CRYPTO_USES, OTHER_USES } from './inventory';
import { inventoryPage } from './inventory-page';

const root = join(__dirname, '../../..');

const sourcesIn = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|(^|\/)(testing|node_modules|dist)\//.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, folder, path), 'utf8') }));

const CRYPTO = /from '(node:crypto|crypto|sm-crypto[\w-]*|jose|@noble\/[^']*|crypto-js|gm-crypto|jsrsasign|@aws-sdk\/client-kms|@smithy\/signature-v4)'/;
/** Comparing and making random names is no cryptography that an inventory would tell of. */
const HARMLESS = /^import \{ (randomBytes|randomInt|randomUUID|timingSafeEqual)(, (randomBytes|randomInt|randomUUID|timingSafeEqual))* \} from 'node:crypto'/m;

test('every file of the service that imports cryptography is named in the inventory', () => {
  const users = sourcesIn('functions/src').filter(({ text }) => CRYPTO.test(text) && !HARMLESS.test(text)).map(({ path }) => path);
  const named = new Set(OTHER_USES.flatMap(({ where }) => where));
  expect(users.filter((path) => !named.has(path))).toEqual([]);
});

test('the inventory names no file that is gone', () => {
  const paths = new Set(sourcesIn('functions/src').map(({ path }) => path));
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
    expect(sourcesIn(folder).filter(({ text }) => CRYPTO.test(text) || /crypto\.subtle|getRandomValues/.test(text)).map(({ path }) => path)).toEqual([]);
  }
  expect(readFileSync(join(root, 'shared/src/code/sm3.ts'), 'utf8')).not.toMatch(/^import /m);
});

test('every entry is complete', () => {
  for (const use of CRYPTO_USES) for (const value of Object.values(use)) expect([use.protects, value.length > 0 || Array.isArray(value)]).toEqual([use.protects, true]);
});

test('docs/security/crypto.md is what the inventory says (else run: npm run security-docs)', () => {
  expect(readFileSync(join(root, 'docs/security/crypto.md'), 'utf8')).toBe(inventoryPage(CRYPTO_USES));
});
