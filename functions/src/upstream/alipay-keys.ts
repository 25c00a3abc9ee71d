import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import * as z from 'zod/mini';
import { SecureUrl } from './secure-url';

/** The template of the pass (alipay.pass.template.add) and the merchant's number (PID), for 卡包. */
const PassConfig = z.strictObject({ templateId: z.string().check(z.minLength(1)), partnerId: z.string().check(z.regex(/^2088\d{12}$/)) });

/** The mini-program's account at Alipay; without a pass there is no 卡包. Keys as Alipay's tools give them: PEM, or the same in base64 on one line. */
export const AlipayConfig = z.strictObject({
  gateway: z._default(SecureUrl, 'https://openapi.alipay.com/gateway.do'),
  appId: z.string().check(z.minLength(1)),
  /** RSA 2048, PKCS#1 or PKCS#8 */
  privateKey: z.string().check(z.minLength(1)),
  alipayPublicKey: z.string().check(z.minLength(1)),
  /** AES-128, base64: 接口内容加密方式 */
  encryptKey: z.string().check(z.regex(/^[A-Za-z0-9+/]{22}==$/)),
  pass: z.optional(PassConfig),
});
export type AlipayConfig = z.infer<typeof AlipayConfig>;

export interface AlipayKeys {
  readonly own: KeyObject;
  readonly alipay: KeyObject;
  readonly content: Buffer;
}

const isPem = (text: string) => text.includes('-----BEGIN');
const der = (text: string) => Buffer.from(text, 'base64');

function privateKeyFrom(text: string): KeyObject {
  if (isPem(text)) return createPrivateKey(text);
  try {
    return createPrivateKey({ key: der(text), format: 'der', type: 'pkcs8' });
  } catch {
    return createPrivateKey({ key: der(text), format: 'der', type: 'pkcs1' });
  }
}

const publicKeyFrom = (text: string) => (isPem(text) ? createPublicKey(text) : createPublicKey({ key: der(text), format: 'der', type: 'spki' }));

/** Reads the keys once; throws when one of them is none. */
export const alipayKeys = (config: AlipayConfig): AlipayKeys => ({
  own: privateKeyFrom(config.privateKey),
  alipay: publicKeyFrom(config.alipayPublicKey),
  content: der(config.encryptKey),
});
