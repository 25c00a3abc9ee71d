import * as z from 'zod/mini';
import { DecodeAnswer, DecodeBody, DecodeRequest } from '../model/decoding';
import { Pin, PinPolicy } from '../model/pin';
import { Handle, SeedAnswer } from '../model/seed';
import { Instant } from '../model/time';
import { Use, Voucher } from '../model/voucher';
import { endpoint } from './endpoint';

const nothing = z.strictObject({});
const rate = { perSecond: 500, burst: 1500 };

export const readVoucher = endpoint({
  method: 'GET',
  path: '/voucher',
  summary: '我的医保码',
  caller: 'citizen',
  input: nothing,
  output: Voucher,
  refusals: ['SESSION_REQUIRED', 'VOUCHER_NOT_FOUND', 'REGION_REQUIRED'],
  idempotency: '只读',
  rate,
});

/** Checks the PIN; the right PIN lets this session take seeds for a while (CODE-3). Five wrong tries lock the voucher's PIN. */
export const unlock = endpoint({
  method: 'POST',
  path: '/voucher/unlock',
  summary: '核对凭证密码',
  caller: 'citizen',
  input: z.strictObject({ pin: Pin }),
  output: z.strictObject({ unlockedUntil: Instant }),
  refusals: ['SESSION_REQUIRED', 'VOUCHER_NOT_FOUND', 'REGION_REQUIRED', 'PIN_WRONG', 'PIN_LOCKED'],
  idempotency: '每次核对都计数，不宜自动重试',
  rate: { perSecond: 50, burst: 100 },
});

/** 始终 / 离开15分钟后 / 本机不再询问: when the PIN is asked before showing (CODE-3). */
export const choosePinPolicy = endpoint({
  method: 'POST',
  path: '/voucher/pin-policy',
  summary: '何时询问凭证密码',
  caller: 'citizen',
  input: z.strictObject({ policy: PinPolicy }),
  output: Voucher,
  refusals: ['SESSION_REQUIRED', 'VOUCHER_NOT_FOUND', 'REGION_REQUIRED', 'PIN_REQUIRED'],
  idempotency: '同一选择重复设置无变化',
  rate,
});

const chosen = ['SESSION_REQUIRED', 'STEP_UP_REQUIRED', 'VOUCHER_NOT_FOUND', 'REGION_REQUIRED', 'PIN_WEAK'] as const;
const PinChosen = z.strictObject({ changedAt: Instant });

/** 修改凭证密码: who has just confirmed with the PIN of now chooses another. All other sessions of the holder end; seeds stay. */
export const changePin = endpoint({
  method: 'POST',
  path: '/voucher/pin',
  summary: '修改凭证密码',
  caller: 'citizen',
  stepUp: 'change-pin',
  input: z.strictObject({ pin: Pin }),
  output: PinChosen,
  refusals: [...chosen, 'PIN_SAME'],
  idempotency: '以最后一次为准；同一新密码重发按“和原来的一样”拒绝，说明已改好',
  rate: { perSecond: 50, burst: 100 },
});

/** 重设凭证密码: forgotten or locked, who has just confirmed by face chooses a new one; the lock ends with it. */
export const resetPin = endpoint({
  method: 'POST',
  path: '/voucher/pin/reset',
  summary: '刷脸后重设凭证密码',
  caller: 'citizen',
  stepUp: 'reset-pin',
  input: z.strictObject({ pin: Pin }),
  output: PinChosen,
  refusals: chosen,
  idempotency: '同一密码重复设置结果相同',
  rate: { perSecond: 50, burst: 100 },
});

/** Gives this device the seed from which it derives codes without network, or prolongs the one it has (CODE-5). */
export const provisionSeed = endpoint({
  method: 'POST',
  path: '/voucher/seed',
  summary: '领取或延长本机展码密钥',
  caller: 'citizen',
  input: z.strictObject({ handle: z.optional(Handle) }),
  output: SeedAnswer,
  refusals: ['SESSION_REQUIRED', 'VOUCHER_NOT_FOUND', 'REGION_REQUIRED', 'PIN_REQUIRED'],
  idempotency: '手机已有的密钥仍可用时只延长；重复请求至多换一个新密钥，旧的随之作废',
  rate,
});

/** 使用明细: every acceptance of this voucher's codes, newest first (CODE-9). */
export const listUses = endpoint({
  method: 'GET',
  path: '/voucher/uses',
  summary: '医保码使用明细',
  caller: 'citizen',
  input: z.strictObject({ since: z.optional(Instant) }),
  output: z.strictObject({ uses: z.array(Use), serverTime: Instant }),
  refusals: ['SESSION_REQUIRED', 'VOUCHER_NOT_FOUND', 'REGION_REQUIRED'],
  idempotency: '只读',
  rate,
});

const declined = ['INSTITUTION_UNKNOWN', 'CODE_FOREIGN', 'CODE_NOT_VALID', 'CODE_USED', 'CODE_NEEDS_NETWORK'] as const;
const once = '同一 outBizNo 重发得到同一结果；没有 outBizNo 时重发按已使用拒绝';

/** `ec.query` as terminals send it: `{orgId, transType, data, extra}` (CODE-7). */
export const ecQuery = endpoint({
  method: 'POST',
  path: '/ec/query',
  summary: '机构解码（ec.query）',
  caller: 'institution',
  dialect: 'national',
  input: DecodeRequest,
  output: DecodeAnswer,
  refusals: declined,
  idempotency: once,
  rate: { perSecond: 1500, burst: 3000 },
});

/** The same decoding as HTTP transaction 1162: the body is the data object itself. */
export const ecQuery1162 = endpoint({
  method: 'POST',
  path: '/ec/1162',
  summary: '机构解码（1162）',
  caller: 'institution',
  dialect: 'national',
  input: DecodeBody,
  output: DecodeAnswer,
  refusals: declined,
  idempotency: once,
  rate: { perSecond: 1500, burst: 3000 },
});
