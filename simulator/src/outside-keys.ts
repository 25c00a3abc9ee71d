import { createECDH, generateKeyPairSync, randomBytes } from 'node:crypto';
import type { AlipayAccount } from './alipay/alipay-crypto';
import { PASS_ACCOUNT } from './alipay/pass-account';
import type { BureauAccount } from './bureau/envelope';
import { messagesSecret } from './notice-templates';
import { NOTICE_TEMPLATES, type SmsAccount } from './sms/account';
import { cardAccountOf } from './weapp/card-account';

/** All secrets between the service and the outside world; plain JSON, so that it can be kept in a file. */
export interface OutsideKeys {
  readonly wechat: { readonly appId: string; readonly appSecret: string };
  readonly alipay: AlipayAccount;
  readonly sms: SmsAccount;
  readonly bureau: BureauAccount;
}

function rsaPair(): { privateKey: string; publicKey: string } {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
  };
}

function sm2Pair(): { privateKey: string; publicKey: string } {
  const pair = createECDH('SM2');
  pair.generateKeys();
  return { privateKey: pair.getPrivateKey('hex').padStart(64, '0'), publicKey: pair.getPublicKey('hex') };
}

const upperHex = (bytes: number) => randomBytes(bytes).toString('hex').toUpperCase();

function newBureauAccount(): BureauAccount {
  const [app, platform] = [sm2Pair(), sm2Pair()];
  return {
    orgCode: 'E37000000001',
    appId: upperHex(16),
    appSecret: upperHex(16),
    appPrivateKey: app.privateKey,
    appPublicKey: app.publicKey,
    platformPrivateKey: platform.privateKey,
    platformPublicKey: platform.publicKey,
  };
}

const newSmsAccount = (): SmsAccount => ({
  tencent: { secretId: 'sms-local', secretKey: upperHex(16), sdkAppId: '1400006666', signName: '医保服务', templateId: '1110' },
  aliyun: { accessKeyId: 'sms-local', accessKeySecret: upperHex(16), signName: '医保服务', templateCode: 'SMS_1110' },
});

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
    sms: newSmsAccount(),
    bureau: newBureauAccount(),
  };
}

/** As Java's tools write keys, which is how a bureau hands them out. */
const javaKey = (hex: string) => Buffer.from(hex, 'hex').toString('base64');

export type SmsProvider = keyof SmsAccount;

const smsSecretFor = ({ tencent, aliyun }: SmsAccount, url: string, provider: SmsProvider) =>
  provider === 'tencent' ? ({ provider, url, ...tencent, noticeTemplateId: NOTICE_TEMPLATES.tencent } as const) : ({ provider, url, ...aliyun, noticeTemplateCode: NOTICE_TEMPLATES.aliyun } as const);

/** The PLATFORM_SECRET document with which the service speaks to the outside world at `url`. */
export const platformSecretFor = ({ wechat, alipay, sms, bureau }: OutsideKeys, url: string, provider: SmsProvider = 'tencent') => ({
  wechat: { baseUrl: url, ...wechat, card: cardAccountOf(wechat) },
  alipay: {
    gateway: `${url}/gateway.do`,
    appId: alipay.appId,
    privateKey: alipay.appPrivateKey,
    alipayPublicKey: alipay.alipayPublicKey,
    encryptKey: alipay.encryptKey,
    pass: PASS_ACCOUNT,
  },
  sms: smsSecretFor(sms, url, provider),
  messages: messagesSecret,
  bureau: {
    url: `${url}/bureau`,
    orgCode: bureau.orgCode,
    appId: bureau.appId,
    appSecret: bureau.appSecret,
    privateKey: javaKey(`00${bureau.appPrivateKey}`),
    platformPublicKey: javaKey(bureau.platformPublicKey),
  },
});
