import * as z from 'zod/mini';
import { Activation } from '../model/activation';
import { AgreementVersion } from '../model/agreement-purpose';
import { FaceTask } from '../model/face';
import { IdNumber, PersonName } from '../model/identity';
import { PhonePacket, SmsCode } from '../model/phone';
import { Pin } from '../model/pin';
import { RegionCode } from '../model/region';
import { Launch } from '../model/scene-launch';
import { Instant } from '../model/time';
import { OneTimeCode } from '../model/tokens';
import { endpoint } from './endpoint';

const nothing = z.strictObject({});
const rate = { perSecond: 100, burst: 300 };
const resumable = '步骤已完成时，相同的请求返回当前进度，不重复办理';

/** Where the account stands: not begun, at a step, or done (ACT-1, ACT-2). */
export const readActivation = endpoint({
  method: 'GET',
  path: '/activation',
  summary: '激活进度',
  caller: 'citizen',
  input: nothing,
  output: Activation,
  refusals: ['SESSION_REQUIRED'],
  idempotency: '只读',
  rate,
});

/**
 * 立即激活 / 同意协议并激活: records the agreed version and how the person came in (ACT-8); on Alipay the account's real name is read with `code`
 * (scope auth_user), and `reading` names the text of the authorisation that was shown beside the agreement.
 */
export const agree = endpoint({
  method: 'POST',
  path: '/activation/agreement',
  summary: '同意协议，开始激活',
  caller: 'citizen',
  input: z.strictObject({ version: AgreementVersion, reading: z.optional(AgreementVersion), launch: z.optional(Launch), code: z.optional(OneTimeCode) }),
  output: Activation,
  refusals: [
    'SESSION_REQUIRED', 'AGREEMENT_OUTDATED', 'ID_CODE_REJECTED', 'ID_NO_REALNAME', 'ID_MISMATCH', 'INSURED_NOT_FOUND', 'RECORD_DUPLICATE', 'INSURED_TOO_NEW', 'UNDER_AGE',
  ],
  idempotency: resumable,
  rate,
});

/** WeChat: name and ID number are checked against the pay account's real name with the city service's one-time code (ACT-4). */
export const confirmIdentity = endpoint({
  method: 'POST',
  path: '/activation/identity',
  summary: '验证身份',
  caller: 'citizen',
  input: z.strictObject({ name: PersonName, idNumber: IdNumber, code: OneTimeCode }),
  output: Activation,
  refusals: ['SESSION_REQUIRED', 'STEP_OUT_OF_ORDER', 'ID_CODE_REJECTED', 'ID_NO_REALNAME', 'ID_MISMATCH', 'UNDER_AGE'],
  idempotency: resumable,
  rate,
});

/** 授权激活: consent to read the insured record, which is then read. */
export const authorise = endpoint({
  method: 'POST',
  path: '/activation/authorisation',
  summary: '授权读取参保信息',
  caller: 'citizen',
  input: z.strictObject({ version: AgreementVersion }),
  output: Activation,
  refusals: ['SESSION_REQUIRED', 'STEP_OUT_OF_ORDER', 'AGREEMENT_OUTDATED', 'ID_MISMATCH', 'INSURED_NOT_FOUND', 'RECORD_DUPLICATE', 'INSURED_TOO_NEW'],
  idempotency: resumable,
  rate,
});

/**
 * Asks the platform for a face verification bound to this person; the mini-program then calls the platform with it. `consent` is the version
 * of the face consent that the person gives now; it may be left out where that version is on record.
 */
export const startFace = endpoint({
  method: 'POST',
  path: '/activation/face',
  summary: '开始刷脸',
  caller: 'citizen',
  input: z.strictObject({ consent: z.optional(AgreementVersion) }),
  output: z.strictObject({ face: FaceTask }),
  refusals: ['SESSION_REQUIRED', 'STEP_OUT_OF_ORDER', 'FACE_CONSENT_REQUIRED', 'AGREEMENT_OUTDATED', 'FACE_TOO_MANY'],
  idempotency: '每次请求开始一次新的核验，旧的随之作废；次数按天限制',
  rate,
});

/** The service itself asks the platform for the outcome; what the phone says is not used (ACT-6). */
export const finishFace = endpoint({
  method: 'POST',
  path: '/activation/face/result',
  summary: '查询刷脸结果',
  caller: 'citizen',
  input: nothing,
  output: Activation,
  refusals: ['SESSION_REQUIRED', 'STEP_OUT_OF_ORDER', 'FACE_CANCELLED', 'FACE_LIGHT', 'FACE_NETWORK', 'FACE_NO_PHOTO', 'FACE_MISMATCH', 'FACE_UNSUPPORTED'],
  idempotency: resumable,
  rate,
});

/** 选择参保地, among the regions in which the person is insured. */
export const chooseRegion = endpoint({
  method: 'POST',
  path: '/activation/region',
  summary: '选择参保地',
  caller: 'citizen',
  input: z.strictObject({ region: RegionCode }),
  output: Activation,
  refusals: ['SESSION_REQUIRED', 'STEP_OUT_OF_ORDER', 'REGION_NOT_OPEN', 'REGION_NOT_YOURS', 'INSURED_TOO_NEW'],
  idempotency: resumable,
  rate,
});

/** Alipay: sends a code to the account's phone, taken from the packet that my.getPhoneNumber gave (ACT-2). */
export const sendSms = endpoint({
  method: 'POST',
  path: '/activation/phone',
  summary: '获取短信验证码',
  caller: 'citizen',
  input: z.strictObject({ packet: PhonePacket }),
  output: z.strictObject({ activation: Activation, resendAt: Instant }),
  refusals: ['SESSION_REQUIRED', 'STEP_OUT_OF_ORDER', 'PHONE_PACKET_REJECTED', 'SMS_TOO_SOON', 'SMS_TOO_MANY'],
  idempotency: '60秒内只发一条',
  rate,
});

export const confirmPhone = endpoint({
  method: 'POST',
  path: '/activation/phone/code',
  summary: '核对短信验证码',
  caller: 'citizen',
  input: z.strictObject({ code: SmsCode }),
  output: Activation,
  refusals: ['SESSION_REQUIRED', 'STEP_OUT_OF_ORDER', 'SMS_WRONG', 'SMS_EXPIRED', 'PHONE_TAKEN'],
  idempotency: resumable,
  rate,
});

/** 设置凭证密码: the last step; makes the voucher, or binds this channel to the one that exists (ACT-3, ACT-10, CODE-3). */
export const setPin = endpoint({
  method: 'POST',
  path: '/activation/pin',
  summary: '设置凭证密码，完成激活',
  caller: 'citizen',
  input: z.strictObject({ pin: Pin }),
  output: Activation,
  refusals: ['SESSION_REQUIRED', 'STEP_OUT_OF_ORDER', 'PIN_WEAK', 'PIN_WRONG', 'PIN_LOCKED', 'REGION_NOT_OPEN', 'PHONE_TAKEN'],
  idempotency: '一个证件号只有一个凭证；重复或同时的请求得到同一个凭证',
  rate,
});
