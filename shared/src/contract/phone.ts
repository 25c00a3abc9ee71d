import * as z from 'zod/mini';
import { Phone, PhonePacket, PhoneState, SmsCode } from '../model/phone';
import { OneTimeCode } from '../model/tokens';
import { endpoint } from './endpoint';

const rate = { perSecond: 50, burst: 100 };
const own = ['SESSION_REQUIRED', 'VOUCHER_NOT_FOUND'] as const;

/** 手机号: the number of this channel's binding, and how far a change of it has come (PHO-1, PHO-2). */
export const readPhone = endpoint({
  method: 'GET',
  path: '/phone',
  summary: '我的手机号',
  caller: 'citizen',
  input: z.strictObject({}),
  output: PhoneState,
  refusals: own,
  idempotency: '只读',
  rate,
});

/** WeChat: sends a code to the new number: typed, as WeChat tells it for the `code` of its phone-number button, or without either again to that of before. */
export const sendPhoneCode = endpoint({
  method: 'POST',
  path: '/phone/new',
  summary: '给新手机号发验证码',
  caller: 'citizen',
  input: z.strictObject({ phone: z.optional(Phone), code: z.optional(OneTimeCode) }),
  output: PhoneState,
  refusals: [...own, 'PHONE_BY_ALIPAY', 'PHONE_PACKET_REJECTED', 'PHONE_FOREIGN', 'PHONE_SAME', 'SMS_TOO_SOON', 'SMS_TOO_MANY'],
  idempotency: '60秒内只发一条；每个账号、每个号码每天有上限',
  rate,
});

/** Whoever has the new number proves it by the code. Only then it is told whether another person uses it. */
export const provePhone = endpoint({
  method: 'POST',
  path: '/phone/new/code',
  summary: '核对新手机号的验证码',
  caller: 'citizen',
  input: z.strictObject({ code: SmsCode }),
  output: PhoneState,
  refusals: [...own, 'SMS_WRONG', 'SMS_EXPIRED', 'PHONE_TAKEN'],
  idempotency: '核对通过后，重复请求返回同样的结果',
  rate,
});

/** 修改手机号, the last step: the proven number takes the place of the one before, which is told. */
export const changePhone = endpoint({
  method: 'POST',
  path: '/phone',
  summary: '改用新手机号',
  caller: 'citizen',
  stepUp: 'change-phone',
  input: z.strictObject({}),
  output: PhoneState,
  refusals: [...own, 'STEP_UP_REQUIRED', 'SMS_EXPIRED', 'PHONE_SAME', 'PHONE_TAKEN'],
  idempotency: '改好后，重复请求返回现在的手机号',
  rate,
});

/** Alipay: the account's number as my.getPhoneNumber gives it now, so that the three steps know whether it was changed there (PHO-2). */
export const seePhone = endpoint({
  method: 'POST',
  path: '/phone/account',
  summary: '核对支付宝账号现在的手机号',
  caller: 'citizen',
  input: z.strictObject({ packet: PhonePacket }),
  output: PhoneState,
  refusals: [...own, 'PHONE_PACKET_REJECTED'],
  idempotency: '重复请求返回同样的结果',
  rate,
});
