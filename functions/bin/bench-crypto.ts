import { createCipheriv, createDecipheriv, createECDH, createHash, createHmac, createPrivateKey, createPublicKey, hkdfSync, publicEncrypt, privateDecrypt, generateKeyPairSync, scryptSync, sign, verify } from 'node:crypto';
import { codeAt, knownCodes, momentOf, stepAt } from '@yibao/shared';
import { chooseEngine } from '../src/crypto/choose-engine';
import { blindIndexWith } from '../src/crypto/digest';
import { keysFrom, keySetFrom } from '../src/crypto/keys';
import { pinHasherWith } from '../src/crypto/pin-hash';
import { sealerWith } from '../src/crypto/sealer';
import { proved, selfTest } from '../src/crypto/self-test';
import { sm2 as example } from '../src/crypto/sm.vectors.json';
import { sm2SelfTest } from '../src/crypto/sm2-self-test';
import { sm2Decrypt, sm2Encrypt, sm2Sign, sm2Verify } from '../src/crypto/sm2';

/** `npm run bench:crypto`: time per operation, and how many times that of bare node:crypto doing the like, all in one run. */

type Act = () => unknown;

const ROUNDS = 15;
const ROUND_MS = 6;

const perCall = (act: Act, times: number) => {
  const started = performance.now();
  for (let i = 0; i < times; i += 1) act();
  return ((performance.now() - started) * 1000) / times;
};

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** Makes rounds of one act. */
function rounds(act: Act): () => number {
  perCall(act, 20);
  const times = Math.max(1, Math.ceil((ROUND_MS * 1000) / perCall(act, 3)));
  return () => perCall(act, times);
}

const micro = (value: number) => (value < 1000 ? `${value.toFixed(value < 10 ? 2 : 0)} µs` : `${(value / 1000).toFixed(1)} ms`).padStart(9);

type Bare = readonly [name: string, act: Act];

/** Ours and the bare one in turn, so that whatever else this computer does falls on both; the ratio is the median of the rounds' ratios. */
function line(what: string, act: Act, [bareName, bareAct]: Bare): void {
  const [ours, bare] = [rounds(act), rounds(bareAct)];
  const pairs = Array.from({ length: ROUNDS }, () => [ours(), bare()] as const);
  const [time, bareTime, ratio] = [median(pairs.map(([mine]) => mine)), median(pairs.map(([, theirs]) => theirs)), median(pairs.map(([mine, theirs]) => mine / theirs))];
  console.log(`${what.padEnd(38)}${micro(time)}   ${ratio.toFixed(2).padStart(6)} × ${bareName} (${micro(bareTime).trim()})`);
}

const [native, plain] = [chooseEngine(), chooseEngine({ hashes: [], ciphers: [] })];
const [key, iv, short, long] = [Buffer.alloc(16, 1), Buffer.alloc(16, 2), Buffer.from('999999199003070012'), Buffer.alloc(1024, 3)];
const bareCtr = (data: Buffer) => {
  const cipher = createCipheriv('sm4-ctr', key, iv);
  return Buffer.concat([cipher.update(data), cipher.final()]);
};
const bareCbc = (data: Buffer) => {
  const cipher = createCipheriv('sm4-cbc', key, iv);
  return Buffer.concat([cipher.update(data), cipher.final()]);
};
const bareMac = (data: Buffer) => createHmac('sm3', key).update(data).digest();

function hashesAndCiphers(): void {
  const info = Buffer.from('yibao/k1/seal-mac/32');
  for (const [size, data] of [['18 B', short], ['1 KiB', long]] as const) {
    const hash = ['createHash', () => createHash('sm3').update(data).digest()] as const;
    const mac = ['createHmac', () => bareMac(data)] as const;
    const ctr = ['createCipheriv', () => bareCtr(data)] as const;
    const cbc = ['createCipheriv', () => bareCbc(data)] as const;
    for (const [name, engine] of [['', native], [', JavaScript', plain]] as const) {
      line(`SM3 ${size}${name}`, () => engine.sm3(data), hash);
      line(`HMAC-SM3 ${size}${name}`, () => engine.hmacSm3(key, data), mac);
      line(`SM4-CTR ${size}${name}`, () => engine.encrypt('ctr', { key, iv, data }), ctr);
      line(`SM4-CBC ${size}${name}`, () => engine.encrypt('cbc', { key, iv, data }), cbc);
    }
  }
  const hkdf = ['hkdfSync', () => hkdfSync('sm3', key, iv, info, 32)] as const;
  line('HKDF-SM3', () => native.hkdfSm3(key, { salt: iv, info, bytes: 32 }), hkdf);
  line('HKDF-SM3, JavaScript', () => plain.hkdfSm3(key, { salt: iv, info, bytes: 32 }), hkdf);
}

function fields(): void {
  const keys = keysFrom('a data key that is only for this bench');
  const sealer = sealerWith(keys);
  const index = blindIndexWith(keys);
  const place = { pk: `V#${'0'.repeat(32)}`, sk: 'VOUCHER', attribute: 'idNumber' };
  const sealed = sealer.seal(String(short), place);
  const both = ['cipher + HMAC', () => bareMac(bareCtr(short))] as const;
  const back = ['decipher + HMAC', () => (bareMac(short), createDecipheriv('sm4-ctr', key, iv).update(short))] as const;
  line('seal an ID number', () => sealer.seal(String(short), place), both);
  line('open an ID number', () => sealer.open(sealed, place), back);
  line('blind index', () => index('account', String(short)), ['createHmac', () => bareMac(short)]);
  line('derive a purpose’s key', () => keySetFrom(key, 'k1').of('seal-mac'), ['hkdfSync', () => hkdfSync('sm3', key, iv, short, 32)]);
  line('self-test at cold start', () => selfTest(native), ['createHash', () => createHash('sm3').update(short).digest()]);
}

/** Bare node has P-256 and RSA for these; its own SM2 is another thing (docs/security/crypto.md). */
function sm2(): void {
  const { dHex, publicHex } = example;
  const [signature, text] = [sm2Sign(short, dHex), sm2Encrypt(short, publicHex)];
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const [secretKey, publicKey] = [createPrivateKey(pair.privateKey.export({ type: 'pkcs8', format: 'pem' })), createPublicKey(pair.publicKey.export({ type: 'spki', format: 'pem' }))];
  const signed = sign('sha256', short, secretKey);
  line('SM2 sign', () => sm2Sign(short, dHex), ['P-256 sign', () => sign('sha256', short, secretKey)]);
  line('SM2 verify', () => sm2Verify(short, signature, publicHex), ['P-256 verify', () => verify('sha256', short, publicKey, signed)]);
  line('self-test of SM2 at cold start', () => sm2SelfTest(), ['P-256 verify', () => verify('sha256', short, publicKey, signed)]);
  const curve = createECDH('SM2');
  curve.generateKeys();
  const ecdh = ['ECDH on SM2’s curve', () => curve.computeSecret(publicHex, 'hex')] as const;
  line('SM2 encrypt', () => sm2Encrypt(short, publicHex), ecdh);
  line('SM2 decrypt', () => sm2Decrypt(text, dHex), ecdh);
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const closed = publicEncrypt(rsa.publicKey, short);
  line('SM2 decrypt, against RSA-2048', () => sm2Decrypt(text, dHex), ['privateDecrypt', () => privateDecrypt(rsa.privateKey, closed)]);
}

/** What a counter waits for: twelve candidates, each nine digits of an SM3. */
function codes(): void {
  const of = { seed: Buffer.alloc(32, 4), handle: '0000000001', province: '37' };
  const otp = codeAt(of, { step: stepAt(1_764_000_000), sequence: 3 }).slice(13, 22);
  const twelve = ['12 createHash', () => Array.from({ length: 12 }, () => createHash('sm3').update(long.subarray(0, 56)).digest())] as const;
  line('recognise a code', () => momentOf(of, otp, 1_764_000_000), twelve);
  line('self-test of codes at cold start', () => proved(knownCodes()), twelve);
}

const PIN_COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };

async function pins(): Promise<void> {
  const hasher = pinHasherWith(keysFrom('a data key that is only for this bench'));
  const pairs: [number, number][] = [];
  for (let i = 0; i < 5; i += 1) {
    const started = performance.now();
    await hasher.hash('280915', 'v');
    const between = performance.now();
    scryptSync('280915', iv, 32, PIN_COST);
    pairs.push([between - started, performance.now() - between]);
  }
  const [ours, bare] = [median(pairs.map(([mine]) => mine * 1000)), median(pairs.map(([, theirs]) => theirs * 1000))];
  console.log(`${'hash a PIN (scrypt N=2^15)'.padEnd(38)}${micro(ours)}   ${(ours / bare).toFixed(2).padStart(6)} × scryptSync (${micro(bare).trim()})`);
}

console.log(`Node ${process.versions.node}, OpenSSL ${process.versions.openssl}, ${ROUNDS} rounds in turn with the bare one, medians\n`);
hashesAndCiphers();
fields();
sm2();
codes();
void pins();
