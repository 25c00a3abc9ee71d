import type { Purpose } from './keys';

export interface CryptoUse {
  readonly protects: string;
  readonly algorithm: string;
  readonly key: string;
  readonly rotation: string;
  readonly standard: string;
}

const DATA_KEY = 'data key (256 bit), split by HKDF-SM3';
const HMAC = { algorithm: 'HMAC-SM3, 256 bit', key: DATA_KEY, standard: 'GM/T 0042' };
const SEAL_ROTATION = 'new values by the newest key, `npm run keys -- backfill` brings the others';

/** What each purpose of a data key is for. The compiler asks for an entry for each. */
const PURPOSE_USES: Readonly<Record<Purpose, CryptoUse>> = {
  'seal-cipher': { protects: 'confidentiality of sealed attributes (data-map.md)', algorithm: 'SM4-128-CTR, random iv', key: DATA_KEY, rotation: SEAL_ROTATION, standard: 'GB/T 32907, GB/T 17964' },
  'seal-mac': { ...HMAC, protects: 'integrity of sealed attributes and their binding to table, row and attribute (encrypt-then-MAC)', rotation: SEAL_ROTATION },
  'id-number-index': { ...HMAC, protects: 'finding a person’s lock by ID number without storing the number', rotation: 'the back-fill makes the locks anew; found by every key, since nobody knows the numbers of who left' },
  'phone-index': { ...HMAC, protects: 'finding who holds a phone number without storing it readably', rotation: 'as that of ID numbers' },
  'insured-index': { ...HMAC, protects: 'finding imported insured records by ID number without storing the number', rotation: 'none: always by the first data key, because the rows do not keep the number by which they could be moved; a new import makes them anew' },
  account: { ...HMAC, protects: 'the name that a platform account has in all rows', rotation: 'none: always by the first data key, because rows of all kinds carry it' },
  address: { ...HMAC, protects: 'network addresses whose calls are counted, and phone numbers whose messages are', rotation: 'none needed: the counts end within two days' },
  'pin-pepper': { ...HMAC, protects: 'PINs against whoever holds the table', rotation: 'the hash names its key; made anew when the right PIN is next given' },
  'sms-code': { ...HMAC, protects: 'codes sent by SMS, for five minutes', rotation: 'the digest names its key' },
  'ec-token': { ...HMAC, algorithm: 'HMAC-SM3, 87 bit', protects: 'ecToken of an acceptance, bound to institution and business type', rotation: 'the key in use at the code’s minute, which the token tells' },
  'audit-chain': { ...HMAC, protects: 'the audit trail of each voucher against change, cut and reordering', rotation: 'each entry names its key' },
  'use-record': { ...HMAC, protects: 'each record of a use against change and loss', rotation: 'each record names its key' },
  'audit-anchor': { ...HMAC, protects: 'files of anchors, by which a chain that was set back as a whole is found', rotation: 'each file names its key' },
  'wrap-cipher': { protects: 'data keys under the key file (local stack)', algorithm: 'SM4-128-CTR, random iv', key: 'key file, 256 bit, mode 0600', rotation: '`npm run keys -- rewrap` to another key of keys', standard: 'GB/T 32907, GB/T 17964' },
  'wrap-mac': { ...HMAC, protects: 'data keys under the key file, bound to table and key id', key: 'key file, 256 bit, mode 0600', rotation: '`npm run keys -- rewrap` to another key of keys' },
  'wrap-name': { protects: 'nothing: tells one key file from another, while data keys move', algorithm: 'HKDF-SM3, 128 bit', key: 'key file, 256 bit, mode 0600', rotation: '—', standard: 'RFC 5869 with HMAC-SM3' },
};

export interface OtherUse extends CryptoUse {
  /** The files that do cryptography for it, below functions/src where no building is named. */
  readonly where: readonly string[];
}

/** Cryptography that does not hang on a data key. `where` lists every file that imports it; a test compares. */
export const OTHER_USES: readonly OtherUse[] = [
  {
    protects: 'everything in the table, at rest', algorithm: 'KMS SYMMETRIC_DEFAULT: SM4 in the Chinese regions, AES-256-GCM elsewhere', key: 'key of the table in KMS', rotation: 'yearly by KMS', standard: 'GB/T 32907', where: [],
  },
  {
    protects: 'data keys in the table (in AWS)', algorithm: 'KMS SYMMETRIC_DEFAULT: SM4 in the Chinese regions, AES-256-GCM elsewhere', key: 'key of keys in KMS, never outside it; encryption context: purpose, table, key id', rotation: 'yearly by KMS; `npm run keys -- rotate` for data keys, `npm run keys -- rewrap` to another key of keys', standard: 'GB/T 32907', where: ['aws/kms-keys.ts', 'aws/kms-wrapper.ts', 'keys/rewrap.ts'],
  },
  { protects: 'requests on the way', algorithm: 'TLS 1.2 or 1.3', key: 'certificate of the domain', rotation: 'by the certificate', standard: 'GB/T 38636 where the gateway offers it', where: [] },
  {
    protects: 'session, institution and operator tokens: only their digest is stored', algorithm: 'SM3; 256 random bits', key: 'none', rotation: 'tokens end by themselves', standard: 'GB/T 32905', where: ['session/store.ts', 'institution/store.ts', 'operator/store.ts'],
  },
  {
    protects: 'the 28-digit code: nine digits of an SM3 one-time password', algorithm: 'SM3-OTP', key: 'seed of the binding, 256 random bits, sealed', rotation: 'daily, and with every change of device', standard: 'GM/T 0021, GB/T 38556', where: ['shared/src/code/otp.ts'],
  },
  { protects: 'PINs, with the pepper', algorithm: 'scrypt N=2^15, r=8, p=1', key: 'salt of 128 bit', rotation: 'with each PIN', standard: 'RFC 7914 (not a commercial algorithm; the pepper is HMAC-SM3)', where: ['crypto/pin-hash.ts'] },
  {
    protects: 'random numbers: ivs, salts, data keys of the key file', algorithm: 'OpenSSL DRBG; KMS for data keys in AWS', key: 'none', rotation: '—', standard: 'NIST SP 800-90A', where: [],
  },
  { protects: 'the algorithms themselves: SM3 and SM4 of OpenSSL, or our own where it lacks them', algorithm: 'SM3, HMAC-SM3, HKDF-SM3, SM4-CTR/CBC/ECB', key: 'as given', rotation: '—', standard: 'GB/T 32905, GB/T 32907, RFC 5869', where: ['crypto/native-engine.ts', 'crypto/choose-engine.ts'] },
  {
    protects: 'messages to the national platform (envelope)', algorithm: 'SM2 sign and encrypt with the default id, SM4-ECB as its rule demands', key: 'the platform’s and our key pair', rotation: 'as agreed with the bureau', standard: 'GB/T 32918, GB/T 35276', where: ['crypto/sm2.ts', 'crypto/sm2-known-nonce.ts'],
  },
  { protects: 'the sign-in of institutions, partner channels and operators', algorithm: 'ES256 (ECDSA P-256, SHA-256) client assertions, one algorithm allowed', key: 'the signer’s own key pair; only public keys are registered here', rotation: 'up to five keys at once, by name', standard: 'RFC 7523, RFC 7518 (not a commercial algorithm: SM2 has no registered JWS algorithm)', where: ['assertion/assertion.ts', 'assertion/public-key.ts'] },
  { protects: 'calls to Alipay', algorithm: 'RSA-2048 with SHA-256; AES-128-CBC for its packets', key: 'application key pair of the platform secret', rotation: 'in Alipay’s console and the platform secret', standard: 'the platform’s own', where: ['upstream/alipay-signature.ts', 'upstream/alipay-keys.ts'] },
  { protects: 'cards handed to WeChat’s client against change', algorithm: 'SHA-1, as the platform demands', key: 'ticket of the platform', rotation: 'every two hours', standard: 'the platform’s own', where: ['upstream/wechat-card-signature.ts'] },
  { protects: 'nothing: the name of a row that remembers what was told', algorithm: 'SHA-256', key: 'none', rotation: '—', standard: 'the rows name an event and an account’s keyed digest', where: ['pushed/name-of.ts'] },
  { protects: 'the person named in a face verification of WeChat', algorithm: 'SHA-256', key: 'none', rotation: '—', standard: 'the platform’s own', where: ['upstream/wechat-face.ts'] },
  { protects: 'calls to the SMS provider (Tencent Cloud or Alibaba Cloud)', algorithm: 'HMAC-SHA-256', key: 'platform secret', rotation: 'in the provider’s console and the platform secret', standard: 'TC3-HMAC-SHA256, ACS3-HMAC-SHA256', where: ['upstream/tc3.ts', 'upstream/acs3.ts'] },
  { protects: 'calls to AWS', algorithm: 'HMAC-SHA-256', key: 'temporary credentials of each function’s role', rotation: 'by Lambda, within hours', standard: 'AWS Signature Version 4', where: ['aws/sigv4.ts'] },
  {
    protects: 'a PIN mistyped without network is noticed by the phone: three digits, too few to find the PIN from (ADR 0005)', algorithm: 'SM3, 50 rounds over device and PIN', key: 'none', rotation: 'with each PIN', standard: 'GB/T 32905', where: ['miniapp/src/state/pin-check.ts'],
  },
  {
    protects: 'agreement texts: each consent names the text by its hash', algorithm: 'SM3', key: 'none', rotation: 'with each version', standard: 'GB/T 32905', where: [],
  },
  { protects: 'nothing: the names of bindings to their holder, and of rows that remember an assertion', algorithm: 'SM3', key: 'none', rotation: '—', standard: 'GB/T 32905', where: ['voucher/ending-rows.ts'] },
  {
    protects: 'files of operators (insured persons, institutions, exported rows) against mix-up and damage', algorithm: 'SHA-256', key: 'none; what is secret in them is sealed already', rotation: '—', standard: 'FIPS 180-4', where: ['simulator/src/stack/csv-on-disk.ts', 'simulator/src/stack/table-manifest.ts'],
  },
];

export const CRYPTO_USES: readonly CryptoUse[] = [...Object.values(PURPOSE_USES), ...OTHER_USES];
