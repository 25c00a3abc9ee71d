import { createCipheriv, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';

/** The keys of both sides, as base64 on one line: what Alipay's tools hand out. */
export interface AlipayAccount {
  readonly appId: string;
  /** PKCS#8, the mini-program's; only its public half is used here */
  readonly appPrivateKey: string;
  readonly appPublicKey: string;
  /** PKCS#8, Alipay's own */
  readonly alipayPrivateKey: string;
  readonly alipayPublicKey: string;
  /** AES-128 */
  readonly encryptKey: string;
}

const der = (base64: string) => Buffer.from(base64, 'base64');

export const signedByAlipay = ({ alipayPrivateKey }: AlipayAccount, text: string) =>
  sign('RSA-SHA256', Buffer.from(text), createPrivateKey({ key: der(alipayPrivateKey), format: 'der', type: 'pkcs8' })).toString('base64');

/** RSA2 over all parameters but the signature and empty ones, sorted, un-encoded. */
export function isSignedByApp({ appPublicKey }: AlipayAccount, parameters: Readonly<Record<string, string>>): boolean {
  const names = Object.keys(parameters).filter((name) => name !== 'sign' && parameters[name] !== '');
  const text = names.sort().map((name) => `${name}=${parameters[name] ?? ''}`).join('&');
  const key = createPublicKey({ key: der(appPublicKey), format: 'der', type: 'spki' });
  return verify('RSA-SHA256', Buffer.from(text), key, Buffer.from(parameters['sign'] ?? '', 'base64'));
}

export function encrypted({ encryptKey }: AlipayAccount, text: string): string {
  const cipher = createCipheriv('aes-128-cbc', der(encryptKey), Buffer.alloc(16));
  return Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]).toString('base64');
}
