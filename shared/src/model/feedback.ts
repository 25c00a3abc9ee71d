import * as z from 'zod/mini';
import { Phone } from './phone';
import { RegionCode } from './region';
import { Instant } from './time';

/** What a ticket is about. */
export const TICKET_KINDS = {
  'face-photo-missing': '公安系统里没有照片',
  'face-too-many': '刷脸次数用完',
  'face-unsupported': '手机不能刷脸',
  'face-mismatch': '刷脸总是不通过',
} as const;
export type TicketKind = keyof typeof TICKET_KINDS;
export const TicketKind = z.enum(Object.keys(TICKET_KINDS) as TicketKind[], '请选一个问题');

/** JC, the day, eight digits: says nothing of the person. */
export const TicketNumber = z.string('请填写反馈编号').check(z.toUpperCase(), z.regex(/^JC\d{16}$/, '反馈编号应为 JC 加16位数字'));
export type TicketNumber = z.infer<typeof TicketNumber>;

const WECHAT = z.string('请填写微信号').check(z.trim(), z.regex(/^[A-Za-z\d][-\w]{4,29}$/, '请填写微信号，可在微信“我”里看到'));
const ALIPAY = z.string('请填写支付宝账号').check(z.trim(), z.maxLength(64), z.regex(/^(1[3-9]\d{9}|[\w.+-]+@[\w-]+(\.[\w-]+)+)$/, '支付宝账号是手机号或邮箱'));

/** Where the person can be reached for the check by hand. */
export const Contact = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('wechat'), value: WECHAT }),
  z.strictObject({ kind: z.literal('alipay'), value: ALIPAY }),
  z.strictObject({ kind: z.literal('phone'), value: Phone }),
]);
export type Contact = z.infer<typeof Contact>;

export const TicketState = z.enum(['waiting', 'answered', 'closed']);
export type TicketState = z.infer<typeof TicketState>;

/** What the bureau answered; may name the place where to go. */
export const TicketAnswer = z.string('请填写答复').check(z.trim(), z.minLength(5, '答复至少5个字'), z.maxLength(300, '答复最多300个字'));

/** A ticket as its citizen sees it; the contact is masked. */
export const Ticket = z.strictObject({
  ticket: TicketNumber,
  kind: TicketKind,
  state: TicketState,
  contact: z.string(),
  createdAt: Instant,
  answer: z.optional(z.string()),
  answeredAt: z.optional(Instant),
});
export type Ticket = z.infer<typeof Ticket>;

/** A ticket in the desk's list. */
export const TicketLine = z.strictObject({ ticket: TicketNumber, kind: TicketKind, state: TicketState, region: z.optional(RegionCode), createdAt: Instant });
export type TicketLine = z.infer<typeof TicketLine>;
