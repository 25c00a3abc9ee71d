import * as z from 'zod/mini';
import { Channel } from '../model/channel';
import { FaceTask } from '../model/face';
import { Pin } from '../model/pin';
import { SessionId, SessionView } from '../model/session';
import { FaceStepUpAction, PinStepUpAction, StepUpAction } from '../model/step-up';
import { Instant } from '../model/time';
import { DeviceId, OneTimeCode, SessionToken } from '../model/tokens';
import { endpoint } from './endpoint';

/** Signs a platform account in: the code comes from wx.login or my.getAuthCode and is redeemed by the service. */
export const signIn = endpoint({
  method: 'POST',
  path: '/session',
  summary: '用平台登录凭证换取会话',
  caller: 'anyone',
  input: z.strictObject({ channel: Channel, code: OneTimeCode, device: DeviceId }),
  output: z.strictObject({ token: SessionToken, expiresAt: Instant, serverTime: Instant }),
  refusals: ['PLATFORM_CODE_REJECTED'],
  idempotency: '平台的登录凭证只能用一次；重复登录只是多一个会话',
  rate: { perSecond: 500, burst: 1000 },
});

const rate = { perSecond: 100, burst: 300 };
const SessionList = z.strictObject({ sessions: z.array(SessionView) });

/** 登录设备: the live sessions of this holder in all channels, the current one first. */
export const listSessions = endpoint({
  method: 'GET',
  path: '/sessions',
  summary: '我的登录设备',
  caller: 'citizen',
  input: z.strictObject({}),
  output: SessionList,
  refusals: ['SESSION_REQUIRED'],
  idempotency: '只读',
  rate,
});

/** Ends one session of this holder or, without a name, all others. Answers what is left. */
export const endSessions = endpoint({
  method: 'POST',
  path: '/session/end',
  summary: '让其他设备退出登录',
  caller: 'citizen',
  stepUp: 'end-sessions',
  input: z.strictObject({ session: z.optional(SessionId) }),
  output: SessionList,
  refusals: ['SESSION_REQUIRED', 'STEP_UP_REQUIRED'],
  idempotency: '已退出的再退出无变化',
  rate,
});

/** 退出登录: ends the session that asks. */
export const signOut = endpoint({
  method: 'POST',
  path: '/session/sign-out',
  summary: '退出登录',
  caller: 'citizen',
  input: z.strictObject({}),
  output: z.strictObject({ endedAt: Instant }),
  refusals: ['SESSION_REQUIRED'],
  idempotency: '退出后令牌即失效，重复请求得到登录已过期',
  rate,
});

const declined = ['SESSION_REQUIRED', 'VOUCHER_NOT_FOUND'] as const;

/** Confirms by PIN: the named action is allowed to this session until then. */
export const stepUp = endpoint({
  method: 'POST',
  path: '/session/step-up',
  summary: '用凭证密码再次确认',
  caller: 'citizen',
  input: z.strictObject({ action: PinStepUpAction, pin: Pin }),
  output: z.strictObject({ action: StepUpAction, until: Instant }),
  refusals: [...declined, 'PIN_WRONG', 'PIN_LOCKED'],
  idempotency: '每次核对都计数，不宜自动重试；重复确认只是延长',
  rate: { perSecond: 50, burst: 100 },
});

/** Asks the platform for a face verification of the voucher's holder, bound to this session and action. A withdrawn face consent is given first (POST /consent). */
export const startStepUpFace = endpoint({
  method: 'POST',
  path: '/session/step-up/face',
  summary: '开始刷脸确认',
  caller: 'citizen',
  input: z.strictObject({ action: FaceStepUpAction }),
  output: z.strictObject({ face: FaceTask }),
  refusals: [...declined, 'FACE_CONSENT_REQUIRED'],
  idempotency: '每次请求开始一次新的核验，旧的随之作废；次数按天限制',
  rate,
});

/** The service itself asks the platform for the outcome. */
export const finishStepUpFace = endpoint({
  method: 'POST',
  path: '/session/step-up/face/result',
  summary: '查询刷脸确认结果',
  caller: 'citizen',
  input: z.strictObject({ action: FaceStepUpAction }),
  output: z.strictObject({ action: StepUpAction, until: Instant }),
  refusals: [...declined, 'FACE_CANCELLED', 'FACE_LIGHT', 'FACE_NETWORK', 'FACE_NO_PHOTO', 'FACE_MISMATCH', 'FACE_UNSUPPORTED'],
  idempotency: '一次核验只用一次；通过后的有效期内重复请求得到同样的结果',
  rate,
});
