import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { AlipayAccount } from './alipay/alipay-crypto';

/** All secrets between the service and the outside world; plain JSON, so that it can be kept in a file. */
export interface OutsideKeys {
  readonly wechat: { readonly appId: string; readonly appSecret: string };
  readonly alipay: AlipayAccount;
  readonly sms: { readonly accessKey: string; readonly secret: string };
  readonly bureau: { readonly appId: string; readonly secret: string };
}

function rsaPair(): { privateKey: string; publicKey: string } {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
  };
}

const secret = () => randomBytes(32).toString('hex');

/** A complete new set. */
export function newOutsideKeys(): OutsideKeys {
  const [app, alipay] = [rsaPair(), rsaPair()];
  return {
    wechat: { appId: `wx${randomBytes(8).toString('hex')}`, appSecret: randomBytes(16).toString('hex') },
    alipay: {
      appId: '2021000000000001',
      appPrivateKey: app.privateKey,
      appPublicKey: app.publicKey,
      alipayPrivateKey: alipay.privateKey,
      alipayPublicKey: alipay.publicKey,
      encryptKey: randomBytes(16).toString('base64'),
    },
    sms: { accessKey: 'sms-local', secret: secret() },
    bureau: { appId: 'E37000000001', secret: secret() },
  };
}

/** The PLATFORM_SECRET document with which the service speaks to the outside world at `url`. */
export const platformSecretFor = ({ wechat, alipay, sms, bureau }: OutsideKeys, url: string) => ({
  wechat: { baseUrl: url, ...wechat },
  alipay: {
    gateway: `${url}/gateway.do`,
    appId: alipay.appId,
    privateKey: alipay.appPrivateKey,
    alipayPublicKey: alipay.alipayPublicKey,
    encryptKey: alipay.encryptKey,
  },
  sms: { url: `${url}/sms/send`, ...sms },
  bureau: { url: `${url}/bureau`, ...bureau },
});
