import { Refusal } from '@yibao/shared';
import * as z from 'zod/mini';

const Text = z.string().check(z.minLength(1));

/** 短信 of Tencent Cloud. The template has two places: the code and its minutes. */
export const TencentSms = z.strictObject({
  provider: z.literal('tencent'),
  url: z._default(z.url(), 'https://sms.tencentcloudapi.com'),
  region: z._default(Text, 'ap-guangzhou'),
  secretId: Text,
  secretKey: Text,
  sdkAppId: Text,
  signName: Text,
  templateId: Text,
});
export type TencentSms = z.infer<typeof TencentSms>;

/** 短信服务 of Alibaba Cloud. The template has two places: ${code} and ${minutes}. */
export const AliyunSms = z.strictObject({
  provider: z.literal('aliyun'),
  url: z._default(z.url(), 'https://dysmsapi.aliyuncs.com'),
  accessKeyId: Text,
  accessKeySecret: Text,
  signName: Text,
  templateCode: Text,
});
export type AliyunSms = z.infer<typeof AliyunSms>;

export const SmsConfig = z.discriminatedUnion('provider', [TencentSms, AliyunSms]);
export type SmsConfig = z.infer<typeof SmsConfig>;

/** How long a code is good, as the message says. */
export const MINUTES = '5';

/** The provider sends no more to this number for so many seconds. */
export const tooSoon = (seconds: number) => new Refusal('SMS_TOO_SOON', { seconds });

/** The provider sends no more to this number today. */
export const tooMany = () => new Refusal('SMS_TOO_MANY');
