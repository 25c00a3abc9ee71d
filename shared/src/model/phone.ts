import * as z from 'zod/mini';
import { Channel } from './channel';
import { Instant } from './time';

/** Mainland mobile number, 11 digits. */
export const Phone = z.string('请填写手机号').check(z.regex(/^1[3-9]\d{9}$/, '请填写11位手机号'));
export type Phone = z.infer<typeof Phone>;

/** 13812345080 → 138****5080. */
export const maskPhone = (phone: string) => `${phone.slice(0, 3)}****${phone.slice(-4)}`;

/** What `my.getPhoneNumber` gives: a JSON text with `response`, `sign`, `sign_type`, `encrypt_type`, `charset`. */
export const PhonePacket = z.string('缺少手机号授权').check(z.minLength(2, '缺少手机号授权'), z.maxLength(4096, '手机号授权过长'));

/** Six digits sent by SMS, valid for five minutes. */
export const SmsCode = z.string('请输入短信验证码').check(z.trim(), z.regex(/^\d{6}$/, '请输入6位数字验证码'));

/** The number of a channel's binding and how far a change of it has come; all numbers masked. */
export const PhoneState = z.strictObject({
  channel: Channel,
  /** Whether this channel has a voucher now; between unbinding and activating again it has none. */
  bound: z.boolean(),
  current: z.optional(z.strictObject({ phone: z.string(), since: Instant })),
  /** WeChat: a new number to which a code was sent, and whether the code came back. */
  next: z.optional(z.strictObject({ phone: z.string(), proven: z.boolean(), resendAt: Instant })),
  /** Alipay: which of the three steps are done, and the numbers before and after. */
  guide: z.optional(z.strictObject({ account: z.boolean(), unbound: z.boolean(), activated: z.boolean(), from: z.optional(z.string()), to: z.optional(z.string()) })),
});
export type PhoneState = z.infer<typeof PhoneState>;
