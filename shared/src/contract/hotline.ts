import * as z from 'zod/mini';
import { BindingId, UnbindReason } from '../model/binding';
import { ActivationStep } from '../model/activation';
import { TicketNumber } from '../model/feedback';
import { CaseNumber, HolderState, HotlineCase, IdentityChecks, LookupReason, RejectReason } from '../model/hotline';
import { IdNumber } from '../model/identity';
import { Instant } from '../model/time';
import { endpoint } from './endpoint';

const rate = { perSecond: 10, burst: 20 };
const operators = ['OPERATOR_REQUIRED', 'ROLE_MISSING'] as const;

/** 查询: a voucher by its exact ID number, masked. Each look-up has the number of a call, is told in the journal and counted by hour and day (UNB-2, ADM-5). */
export const lookUp = endpoint({
  method: 'POST',
  path: '/hotline/lookup',
  summary: '按证件号查询绑定情况',
  caller: 'operator',
  roles: ['lookup'],
  input: z.strictObject({ idNumber: IdNumber, caseNumber: CaseNumber, reason: LookupReason }),
  output: z.strictObject({ found: z.boolean(), holder: z.optional(HolderState) }),
  refusals: [...operators, 'LOOKUP_TOO_MANY'],
  idempotency: '只读；每次都记录并计数',
  rate,
});

/** 申请解绑: one binding or all, with the identity checks that were made. Nothing ends before a second operator approves. */
export const openCase = endpoint({
  method: 'POST',
  path: '/hotline/cases',
  summary: '申请解绑',
  caller: 'operator',
  roles: ['request'],
  input: z.strictObject({
    caseNumber: CaseNumber,
    idNumber: IdNumber,
    unbind: z.union([z.literal('all'), BindingId], '请写绑定编号，或 all'),
    reason: UnbindReason,
    checks: IdentityChecks,
  }),
  output: HotlineCase,
  refusals: [...operators, 'LOOKUP_TOO_MANY', 'CASE_TAKEN', 'NOTHING_TO_UNBIND'],
  idempotency: '同一工单号、同样的申请只有一个；不同的申请不能用同一个工单号',
  rate,
});

/** 待审批: the open cases, the oldest first. */
export const listCases = endpoint({
  method: 'GET',
  path: '/hotline/cases',
  summary: '待审批的工单',
  caller: 'operator',
  roles: ['request', 'approve'],
  input: z.strictObject({}),
  output: z.strictObject({ cases: z.array(HotlineCase) }),
  refusals: operators,
  idempotency: '只读',
  rate,
});

/** One case with the masked state of the voucher that it is about. */
export const readCase = endpoint({
  method: 'GET',
  path: '/hotline/case',
  summary: '查看工单',
  caller: 'operator',
  roles: ['request', 'approve'],
  input: z.strictObject({ caseNumber: CaseNumber }),
  output: z.strictObject({ case: HotlineCase, holder: z.optional(HolderState) }),
  refusals: [...operators, 'CASE_UNKNOWN'],
  idempotency: '只读',
  rate,
});

/** 审批: by a second operator; the bindings end in the same transaction. Bindings made after the request stay. */
export const approveCase = endpoint({
  method: 'POST',
  path: '/hotline/case/approve',
  summary: '审批通过并解绑',
  caller: 'operator',
  roles: ['approve'],
  input: z.strictObject({ caseNumber: CaseNumber }),
  output: HotlineCase,
  refusals: [...operators, 'CASE_UNKNOWN', 'CASE_OWN_APPROVAL', 'CASE_CLOSED', 'CASE_EXPIRED', 'CASE_ASKER_LEFT', 'NOTHING_TO_UNBIND'],
  idempotency: '同一审批人重复审批得到同样的结果',
  rate,
});

/** 驳回: nothing ends. Whoever asked may withdraw it so, too. */
export const rejectCase = endpoint({
  method: 'POST',
  path: '/hotline/case/reject',
  summary: '驳回工单',
  caller: 'operator',
  roles: ['approve', 'request'],
  input: z.strictObject({ caseNumber: CaseNumber, reason: RejectReason }),
  output: HotlineCase,
  refusals: [...operators, 'CASE_UNKNOWN', 'CASE_CLOSED', 'CASE_EXPIRED'],
  idempotency: '同一人重复驳回得到同样的结果',
  rate,
});

/**
 * 窗口核对: marks the face step of an activation as done, for a person whose face cannot be verified and who stands at the desk with the original
 * document. Found by exact ID number and ticket together; the citizen goes on at the phone and chooses region and PIN alone (ACT-6, ADM-5).
 */
export const completeFace = endpoint({
  method: 'POST',
  path: '/hotline/complete-activation',
  summary: '窗口核对，代替刷脸',
  caller: 'operator',
  roles: ['complete-activation'],
  input: z.strictObject({
    idNumber: IdNumber,
    ticket: TicketNumber,
    checks: IdentityChecks.check(z.refine((checks) => checks.includes('original-document'), '要当面核对证件原件')),
  }),
  output: z.strictObject({ completedAt: Instant, step: ActivationStep }),
  refusals: [...operators, 'LOOKUP_TOO_MANY', 'TICKET_UNKNOWN', 'FACE_NOT_WAITING'],
  idempotency: '同一操作员重复核对得到同样的结果',
  rate,
});
