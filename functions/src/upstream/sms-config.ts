import { Refusal } from '@yibao/shared';
import * as z from 'zod/mini';
import { SecureUrl } from './secure-url';

const Text = z.string().check(z.minLength(1));

/** 短信 of Tencent Cloud. The template has two places: the code and its minutes. */
export const TencentSms = z.strictObject({
  provider: z.literal('tencent'),
  url: z._default(SecureUrl, 'https://sms.tencentcloudapi.com'),
  region: z._default(Text, 'ap-guangzhou'),
  secretId: Text,
  secretKey: Text,
  sdkAppId: Text,
  signName: Text,
  templateId: Text,
  /** Two places: when, and what happened. Without it nobody is told by text message. */
  noticeTemplateId: z.optional(Text),
});
export type TencentSms = z.infer<typeof TencentSms>;

/** 短信服务 of Alibaba Cloud. The template has two places: ${code} and ${minutes}. */
export const AliyunSms = z.strictObject({
  provider: z.literal('aliyun'),
  url: z._default(SecureUrl, 'https://dysmsapi.aliyuncs.com'),
  accessKeyId: Text,
  accessKeySecret: Text,
  signName: Text,
  templateCode: Text,
  /** Two places: ${at} and ${what}. Without it nobody is told by text message. */
  noticeTemplateCode: z.optional(Text),
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

/** A template that is not there, or a number that gets no more for now, is not mended by asking again. */
export function noticeRefusal(error: unknown): unknown {
  const isLimit = error instanceof Refusal && (error.code === 'SMS_TOO_SOON' || error.code === 'SMS_TOO_MANY');
  return isLimit ? new Refusal('NOTICE_NOT_TAKEN') : error;
}
