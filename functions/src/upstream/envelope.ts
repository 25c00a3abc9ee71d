import { engine } from '../crypto/choose-engine';
import { sm2Sign, sm2Verify } from '../crypto/sm2';

/** The account at a platform of the national envelope. Both texts have at least 16 characters. */
export interface EnvelopeAccount {
  readonly appId: string;
  readonly appSecret: string;
}

export type Fields = Readonly<Record<string, unknown>>;

const VERSION = '2.0.1';

const UNSIGNED = ['signData', 'encData', 'extra', 'data'];

const isEmpty = (value: unknown) => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

const asText = (value: unknown) => (typeof value === 'number' || typeof value === 'boolean' ? String(value) : value);

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

const sorted = (fields: Fields): Fields => Object.fromEntries(Object.keys(fields).sort().map((name) => [name, fields[name]]));

/** As it is signed: keys sorted, empty values and empty arrays left out, numbers and booleans as text, the objects of an array sorted. What lies deeper stays as sent. */
export function normalised(data: Fields): Fields {
  const kept = Object.entries(sorted(data)).filter(([, value]) => !isEmpty(value));
  return Object.fromEntries(kept.map(([name, value]) => [name, Array.isArray(value) ? value.map((item: unknown) => (isObject(item) ? sorted(item) : item)) : asText(value)]));
}

/** `name=value` of all that is signed, by name, and the secret at the end. `message` is the envelope, `data` its content. */
export function stringToSign(message: Fields, data: Fields, appSecret: string): string {
  const outer = Object.fromEntries(Object.entries(message).filter(([name, value]) => !UNSIGNED.includes(name) && !isEmpty(value)));
  const all = sorted({ ...outer, data: JSON.stringify(normalised(data)) });
  const pairs = Object.entries(all).map(([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`);
  return [...pairs, `key=${appSecret}`].join('&');
}

const upperHex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex').toUpperCase();

/** The SM4 key as 16 characters: 64 bits of strength, by the national rule. */
export const keyFrom = ({ appId, appSecret }: EnvelopeAccount) =>
  upperHex(engine.encrypt('ecb', { key: Buffer.from(appId.slice(0, 16)), data: Buffer.from(appSecret) })).slice(0, 16);

const sm4Key = (account: EnvelopeAccount) => Buffer.from(keyFrom(account));

export const encDataOf = (data: Fields, account: EnvelopeAccount) =>
  upperHex(engine.encrypt('ecb', { key: sm4Key(account), data: Buffer.from(JSON.stringify(normalised(data))) }));

/** The message around `data`; `timestamp` is yyyyMMddHHmmss in Beijing time, `privateKey` ours, in hex. */
export function sealed(data: Fields, { account, timestamp, privateKey }: { account: EnvelopeAccount; timestamp: string; privateKey: string }) {
  const head = { appId: account.appId, version: VERSION, timestamp, encType: 'SM4', signType: 'SM2' };
  const signature = sm2Sign(Buffer.from(stringToSign(head, data, account.appSecret)), privateKey);
  return { ...head, encData: encDataOf(data, account), signData: Buffer.from(signature, 'hex').toString('base64') };
}

function contentOf(encData: string, account: EnvelopeAccount): Fields {
  try {
    const content: unknown = JSON.parse(engine.decrypt('ecb', { key: sm4Key(account), data: Buffer.from(encData, 'hex') }).toString('utf8'));
    if (isObject(content)) return content;
  } catch {
    // told apart from nothing else below: neither padding nor content of a message that is not genuine is anybody's business
  }
  throw new Error('envelope not genuine');
}

/** What is read of a message before it is known to be genuine. */
export interface Envelope {
  readonly encData: string;
  readonly signData: string;
}

/**
 * The content of a message that `publicKey` (hex) has signed. The national signature covers the content and not encData, so it is decrypted
 * first; but nothing of it is given out, and no failure told from another, before the signature holds. Throws for all else.
 */
export function opened(message: Envelope & Fields, { account, publicKey }: { account: EnvelopeAccount; publicKey: string }): Fields {
  const data = contentOf(message.encData, account);
  const signed = Buffer.from(stringToSign(message, data, account.appSecret));
  if (!sm2Verify(signed, Buffer.from(message.signData, 'base64').toString('hex'), publicKey)) throw new Error('envelope not genuine');
  return data;
}
