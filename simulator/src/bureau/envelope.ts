import { createCipheriv, createDecipheriv } from 'node:crypto';
import { sm2Sign, sm2Verify } from '@yibao/functions/src/crypto/sm2';
import type { Retell } from '../faults/retell';
import { fieldsOf, textIn } from '../wire/asked';

/*
 * The platform's side of the national envelope, written from its rule and not from the service's client, so that the two check each other.
 * Only SM2 itself is shared; it is held to the standard's examples.
 */

/** Both sides' keys, in hexadecimal. */
export interface BureauAccount {
  readonly orgCode: string;
  readonly appId: string;
  readonly appSecret: string;
  /** The service's, SM2; only its public half is used here */
  readonly appPrivateKey: string;
  readonly appPublicKey: string;
  /** The platform's own, SM2 */
  readonly platformPrivateKey: string;
  readonly platformPublicKey: string;
}

type Fields = Record<string, unknown>;

function sm4(direction: 'in' | 'out', key: string, data: Buffer): Buffer {
  const cipher = direction === 'out' ? createCipheriv('sm4-ecb', Buffer.from(key), null) : createDecipheriv('sm4-ecb', Buffer.from(key), null);
  return Buffer.concat([cipher.update(data), cipher.final()]);
}

const contentKey = ({ appId, appSecret }: BureauAccount) => sm4('out', appId.slice(0, 16), Buffer.from(appSecret)).toString('hex').toUpperCase().slice(0, 16);

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) => (a < b ? -1 : 1);

function signedForm(value: unknown): unknown {
  if (typeof value === 'number' || typeof value === 'boolean') return `${value}`;
  if (!Array.isArray(value)) return value;
  return value.map((item: unknown) => (typeof item === 'object' && item !== null ? Object.fromEntries(Object.entries(item).sort(byName)) : item));
}

const isThere = ([, value]: readonly [string, unknown]) => !(value === null || value === '' || (Array.isArray(value) && value.length === 0));

function textToSign(message: Fields, data: Fields, { appSecret }: BureauAccount): string {
  const content = Object.fromEntries(Object.entries(data).filter(isThere).sort(byName).map(([name, value]) => [name, signedForm(value)]));
  const { signData: _s, encData: _e, extra: _x, ...rest } = message;
  const all = Object.entries({ ...rest, data: JSON.stringify(content) }).filter(isThere).sort(byName);
  return `${all.map(([name, value]) => `${name}=${value}`).join('&')}&key=${appSecret}`;
}

/** The content of a message that the service has signed; undefined when it is not genuine. */
export function contentOf(message: Fields, account: BureauAccount): Fields | undefined {
  const { encData, signData } = message;
  if (typeof encData !== 'string' || typeof signData !== 'string') return undefined;
  try {
    const data = fieldsOf(sm4('in', contentKey(account), Buffer.from(encData, 'hex')).toString('utf8'));
    const signature = Buffer.from(signData, 'base64').toString('hex');
    return sm2Verify(Buffer.from(textToSign(message, data, account)), signature, account.appPublicKey) ? data : undefined;
  } catch {
    return undefined;
  }
}

/** An answer as the platform sends it: the content as it is, its signature over the sorted form. */
export function answerOf(data: Fields, timestamp: string, account: BureauAccount): Fields {
  const head = { appId: account.appId, version: '2.0.1', timestamp, encType: 'SM4', signType: 'SM2' };
  const signature = sm2Sign(Buffer.from(textToSign(head, data, account)), account.platformPrivateKey);
  return {
    ...head,
    encData: sm4('out', contentKey(account), Buffer.from(JSON.stringify(data))).toString('hex').toUpperCase(),
    signData: Buffer.from(signature, 'hex').toString('base64'),
  };
}

/** An answer of the platform with another content; one without an envelope stays as it is. */
export const retoldSealed = (account: BureauAccount): Retell => (body, change) => {
  const message = fieldsOf(body);
  if (typeof message['encData'] !== 'string') return body;
  const content = fieldsOf(sm4('in', contentKey(account), Buffer.from(message['encData'], 'hex')).toString('utf8'));
  return JSON.stringify(answerOf({ ...change(content) }, textIn(message, 'timestamp'), account));
};
