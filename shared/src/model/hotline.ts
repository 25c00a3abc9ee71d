import * as z from 'zod/mini';
import { BindingId, UnbindReason } from './binding';
import { Channel } from './channel';
import { OperatorId } from './operator';
import { Instant } from './time';

/** The number under which the desk's own system keeps a call (来电工单号); a case has the same. */
export const CaseNumber = z.string('请填写工单号').check(z.regex(/^[A-Z0-9-]{4,32}$/, '工单号应为4到32位大写字母、数字或短横'));
export type CaseNumber = z.infer<typeof CaseNumber>;

/** Why a voucher is looked up. */
export const LOOKUP_REASONS = { 'lost-phone': '手机丢了', 'suspected-misuse': '怀疑被盗用', 'cannot-sign-in': '登录不了原账号', approval: '审批复核', question: '咨询绑定情况' } as const;
export type LookupReason = keyof typeof LOOKUP_REASONS;
export const LookupReason = z.enum(Object.keys(LOOKUP_REASONS) as LookupReason[], '请选一个查询原因');

/** How an operator made sure who is asking (身份核对). */
export const IDENTITY_CHECKS = {
  'called-back': '回拨登记号码',
  documents: '核对证件照片',
  'recent-use': '核对最近用码',
  'insured-facts': '核对参保信息',
  'video-call': '视频核对本人',
  'original-document': '当面核对证件原件',
} as const;
export type IdentityCheck = keyof typeof IDENTITY_CHECKS;
export const IdentityCheck = z.enum(Object.keys(IDENTITY_CHECKS) as IdentityCheck[], '没有这种核对方式');

/** At least two kinds, each once: one alone can be overheard or forged. */
export const IdentityChecks = z.array(IdentityCheck).check(
  z.maxLength(6),
  z.refine((checks) => new Set(checks).size === checks.length && checks.length >= 2, '至少用两种不同的方式核对身份'),
);

/** Why a case is rejected. */
export const REJECT_REASONS = { 'checks-insufficient': '核对不充分', 'wrong-person': '不是本人', withdrawn: '来电人撤回', duplicate: '重复申请' } as const;
export type RejectReason = keyof typeof REJECT_REASONS;
export const RejectReason = z.enum(Object.keys(REJECT_REASONS) as RejectReason[], '请选一个驳回原因');

/** A voucher as the desk sees it: masked, without PIN, phone or full number. */
export const HolderState = z.strictObject({
  name: z.string(),
  idNumber: z.string(),
  /** 参保地, by name. */
  region: z.string(),
  activatedAt: Instant,
  bindings: z.array(z.strictObject({ id: BindingId, channel: Channel, boundAt: Instant, usedAt: Instant })),
  /** The last use of a code, to ask the caller about. */
  lastUse: z.optional(z.strictObject({ at: Instant, institution: z.string() })),
});
export type HolderState = z.infer<typeof HolderState>;

export const CaseState = z.enum(['open', 'approved', 'rejected', 'expired']);
export type CaseState = z.infer<typeof CaseState>;

/** A request to unbind, made by one operator and decided by another. */
export const HotlineCase = z.strictObject({
  caseNumber: CaseNumber,
  state: CaseState,
  /** The channels of the bindings that it asks to end. */
  channels: z.array(Channel),
  reason: UnbindReason,
  checks: z.array(IdentityCheck),
  requestedBy: OperatorId,
  requestedAt: Instant,
  expiresAt: Instant,
  decidedBy: z.optional(OperatorId),
  decidedAt: z.optional(Instant),
  rejectedFor: z.optional(RejectReason),
  /** The number of the unbinding. */
  receipt: z.optional(z.string()),
});
export type HotlineCase = z.infer<typeof HotlineCase>;
