import * as z from 'zod/mini';
import { BindingId, BindingView, EndedBinding, Unbinding, UnbindReason } from '../model/binding';
import { endpoint } from './endpoint';

/** 我的绑定: every binding of this holder's voucher, in all channels, the asking one first. Without one: how the last one of this account ended. */
export const listBindings = endpoint({
  method: 'GET',
  path: '/bindings',
  summary: '我的绑定',
  caller: 'citizen',
  input: z.strictObject({}),
  output: z.strictObject({ bindings: z.array(BindingView), ended: z.optional(EndedBinding) }),
  refusals: ['SESSION_REQUIRED'],
  idempotency: '只读',
  rate: { perSecond: 50, burst: 100 },
});

/**
 * 解绑: ends one binding of this channel, or all bindings in every channel (UNB-1, UNB-3). From the answer on no code of them is accepted
 * anywhere; their sessions are over, the asking one too where it is among them. Confirm `unbind` first, unless it is done already.
 */
export const unbind = endpoint({
  method: 'POST',
  path: '/binding/unbind',
  summary: '解绑',
  caller: 'citizen',
  input: z.strictObject({ binding: z.union([z.literal('all'), BindingId], '请写绑定编号，或 all'), reason: UnbindReason }),
  output: Unbinding,
  refusals: ['SESSION_REQUIRED', 'STEP_UP_REQUIRED', 'BINDING_NOT_FOUND', 'BINDING_ENDED', 'UNBIND_OTHER_CHANNEL', 'UNBIND_TOO_MANY'],
  idempotency: '已经解绑的，重复请求（重新登录后也一样）得到同样的编号，不必再确认',
  rate: { perSecond: 50, burst: 100 },
});
