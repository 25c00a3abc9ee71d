import * as z from 'zod/mini';
import { Contact, Ticket, TicketAnswer, TicketKind, TicketLine, TicketNumber } from '../model/feedback';
import { RegionCode } from '../model/region';
import { endpoint } from './endpoint';

const rate = { perSecond: 20, burst: 40 };
const operators = ['OPERATOR_REQUIRED', 'ROLE_MISSING'] as const;

/** 请人工核对: leaves a way to be reached, for the bureau to check by hand what the platform could not (ACT-6, HELP-2). */
export const reportProblem = endpoint({
  method: 'POST',
  path: '/feedback',
  summary: '请人工核对',
  caller: 'citizen',
  input: z.strictObject({ kind: TicketKind, contact: Contact, region: z.optional(RegionCode) }),
  output: Ticket,
  refusals: ['SESSION_REQUIRED'],
  idempotency: '同一问题还没答复时，重复提交是同一个编号，只更新联系方式',
  rate,
});

/** 我的反馈: the newest first. */
export const listTickets = endpoint({
  method: 'GET',
  path: '/feedback',
  summary: '我的反馈',
  caller: 'citizen',
  input: z.strictObject({}),
  output: z.strictObject({ tickets: z.array(Ticket) }),
  refusals: ['SESSION_REQUIRED'],
  idempotency: '只读',
  rate,
});

/** 待处理的反馈: the oldest first, at most a hundred. */
export const listOpenTickets = endpoint({
  method: 'GET',
  path: '/feedback/open',
  summary: '待处理的反馈',
  caller: 'operator',
  roles: ['answer-tickets'],
  input: z.strictObject({}),
  output: z.strictObject({ tickets: z.array(TicketLine) }),
  refusals: operators,
  idempotency: '只读',
  rate,
});

/** One ticket with the contact in full, to reach the person. */
export const readTicket = endpoint({
  method: 'GET',
  path: '/feedback/ticket',
  summary: '查看反馈和联系方式',
  caller: 'operator',
  roles: ['answer-tickets'],
  input: z.strictObject({ ticket: TicketNumber }),
  output: z.strictObject({ ...TicketLine.shape, contact: Contact, answer: z.optional(z.string()) }),
  refusals: [...operators, 'TICKET_UNKNOWN'],
  idempotency: '只读',
  rate,
});

/** 答复: the citizen reads it in the mini-program. */
export const answerTicket = endpoint({
  method: 'POST',
  path: '/feedback/answer',
  summary: '答复反馈',
  caller: 'operator',
  roles: ['answer-tickets'],
  input: z.strictObject({ ticket: TicketNumber, answer: TicketAnswer, close: z._default(z.boolean(), false) }),
  output: TicketLine,
  refusals: [...operators, 'TICKET_UNKNOWN', 'TICKET_CLOSED'],
  idempotency: '重复答复只保留最后一次',
  rate,
});
