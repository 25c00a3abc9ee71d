import { Contact, DAY, Instant, later, OperatorId, RegionCode, type Ticket, type TicketLine, TicketNumber, TicketKind, TicketState } from '@yibao/shared';
import * as z from 'zod/mini';

/** What a citizen asks the bureau to check by hand. */
export const Report = z.object({
  ticket: TicketNumber,
  account: z.string(),
  kind: TicketKind,
  state: TicketState,
  region: z.optional(RegionCode),
  contact: Contact,
  createdAt: Instant,
  answer: z.optional(z.string()),
  answeredAt: z.optional(Instant),
  answeredBy: z.optional(OperatorId),
});
export type Report = z.infer<typeof Report>;

type Asked = Pick<Report, 'ticket' | 'account' | 'kind' | 'region' | 'contact'>;

export const reported = (asked: Asked, now: Date): Report => ({ ...asked, state: 'waiting', createdAt: now.toISOString() });

export const isWaiting = (report: Report | undefined): report is Report => report?.state === 'waiting';

export const answered = (report: Report, { answer, close, by, now }: { answer: string; close: boolean; by: string; now: Date }): Report => ({
  ...report,
  state: close ? 'closed' : 'answered',
  answer,
  answeredAt: now.toISOString(),
  answeredBy: by,
});

/** A person whom a desk has checked needs no other answer. */
const CHECKED = '窗口已经核对了您的证件，请打开小程序继续激活。';

export const checked = (report: Report, { by, now }: { by: string; now: Date }): Report => answered(report, { answer: CHECKED, close: true, by, now });

/** How long contact and answer are kept: longer while somebody waits. */
export const keptUntil = ({ state, createdAt, answeredAt = createdAt }: Report) => (state === 'waiting' ? later(new Date(createdAt), 180 * DAY) : later(new Date(answeredAt), 30 * DAY));

/** The first and the last two characters. */
const masked = (value: string) => `${value.slice(0, 2)}****${value.slice(-2)}`;

const CONTACT_NAMES: Readonly<Record<Contact['kind'], string>> = { wechat: '微信号', alipay: '支付宝账号', phone: '手机号' };

/** What the citizen sees. */
export const ticketOf = ({ ticket, kind, state, contact, createdAt, answer, answeredAt }: Report): Ticket => ({
  ticket,
  kind,
  state,
  contact: `${CONTACT_NAMES[contact.kind]} ${masked(contact.value)}`,
  createdAt,
  ...(answer === undefined ? {} : { answer }),
  ...(answeredAt === undefined ? {} : { answeredAt }),
});

/** What its citizen may take along: the contact in full. */
export const copyOf = (report: Report): Omit<Ticket, 'contact'> & { readonly contact: Contact } => ({ ...ticketOf(report), contact: report.contact });

/** What the desk's list shows. */
export const lineOf = ({ ticket, kind, state, region, createdAt }: Report): TicketLine => ({ ticket, kind, state, createdAt, ...(region === undefined ? {} : { region }) });
