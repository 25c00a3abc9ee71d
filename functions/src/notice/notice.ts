import { type Channel, CHANNEL_NAMES, chinaMoment } from '@yibao/shared';
import type { EventOf, VoucherEvent } from '../events';

/** A channel of a voucher, live or ended within a day. */
export interface Seat {
  readonly account: string;
  readonly channel: Channel;
  readonly boundAt: string;
  readonly endedAt?: string | undefined;
}

/** What is told of one event, and to whom. */
export interface Notice {
  readonly message: { readonly template: 'safety' | 'settlement' | 'refund'; readonly facts: readonly string[]; readonly page: string };
  readonly sms: { readonly at: string; readonly what: string };
  /** Whether a channel is told, of all that there are. */
  readonly to: (seat: Seat, all: readonly Seat[]) => boolean;
  /** The accounts whose numbers ended with the event: those numbers are told in any case. */
  readonly formerNumbersOf?: readonly string[];
}

/** Templates take 20 characters of text (WeChat: thing). */
const MOST = 20;
const short = (text: string) => (text.length <= MOST ? text : `${text.slice(0, MOST - 1)}…`);

const isLive = ({ endedAt }: Seat) => endedAt === undefined;
const everyLive = isLive;

/** 2026年11月22日 10:00, as WeChat's fields of kind `time` want it. */
const timeOf = (at: string) => chinaMoment(new Date(at));

/** 11月22日10:00, for a text message. */
const shortTimeOf = (at: string) => timeOf(at).replace(/^\d+年| /g, '');

const NOT_YOU = { unbind: '非本人操作请立即解绑', call: '非本人操作请拨打12393' } as const;

type Telling = Pick<Notice, 'to'> & Partial<Pick<Notice, 'formerNumbersOf'>> & { readonly what: string; readonly advice: string };

/** A notice about the safety of the voucher: what, when, what to do. */
function safety({ at }: VoucherEvent, { what, advice, ...whom }: Telling): Notice {
  return { message: { template: 'safety', facts: [short(what), timeOf(at), short(advice)], page: 'pages/home/home' }, sms: { at: shortTimeOf(at), what: short(what) }, ...whom };
}

const yuan = (fen: number) => `${(fen / 100).toFixed(2)}元`;

/** Goes to the channel that showed the code; where that is unbound or unknown, to all that are left, and not to a phone that may be in other hands. */
function settlement({ at, outcome, institution, total, fund, own, account }: EventOf<'settlement.notified'>): Notice {
  const to = (seat: Seat, all: readonly Seat[]) => isLive(seat) && (seat.account === account || !all.some((other) => other.account === account && isLive(other)));
  const page = 'pages/voucher/uses';
  const sms = (what: string) => ({ at: shortTimeOf(at), what: short(what) });
  if (outcome === 'settled') return { message: { template: 'settlement', facts: [short(institution), yuan(total), yuan(fund), yuan(own), timeOf(at)], page }, sms: sms(`医保结算${yuan(total)}自付${yuan(own)}`), to };
  const [advice, what] = outcome === 'refunded' ? ['现金部分1到3个工作日到账', `医保退费${yuan(total)}`] : ['这次没有扣款，请问收费窗口', '医保结算没有成功'];
  return { message: { template: 'refund', facts: [short(institution), yuan(total), timeOf(at), advice], page }, sms: sms(what), to };
}

const unbound = ({ by, closed }: EventOf<'binding.closed'>) => (by === 'hotline' ? '医保热线为您解绑了医保码' : closed.length > 1 ? `医保码的${closed.length}个绑定已解绑` : '医保码的一个绑定已解绑');

const REFUSED = { used: '用过的医保码在别处被扫', ended: '已失效的医保码被人出示' } as const;

type Notices = { readonly [T in VoucherEvent['type']]: ((event: EventOf<T>) => Notice) | 'nobody is told' };

/** Who is told of what. Read this page to know which message comes when. */
export const NOTICES: Notices = {
  'voucher.activated': 'nobody is told',
  'voucher.bound': (event) => safety(event, { what: `${CHANNEL_NAMES[event.channel]}绑定了您的医保码`, advice: NOT_YOU.unbind, to: (seat) => isLive(seat) && seat.boundAt < event.at }),
  'voucher.redeemed': 'nobody is told',
  'pin.locked': (event) => safety(event, { what: '凭证密码输错5次已锁定', advice: '刷脸可以马上重设密码', to: everyLive }),
  'pin.changed': (event) => safety(event, { what: '凭证密码已经改过', advice: NOT_YOU.call, to: everyLive }),
  'seed.moved': (event) => safety(event, { what: `${CHANNEL_NAMES[event.channel]}的医保码换了手机`, advice: NOT_YOU.unbind, to: everyLive }),
  'code.refused': (event) => safety(event, { what: REFUSED[event.why], advice: '已经拒绝，请不要转发截图', to: everyLive }),
  'phone.changed': (event) => safety(event, { what: `手机号改为${event.after}`, advice: NOT_YOU.call, to: everyLive, formerNumbersOf: [event.account] }),
  'binding.closed': (event) =>
    safety(event, { what: unbound(event), advice: NOT_YOU.call, to: (seat) => isLive(seat) || event.closed.includes(seat.account), formerNumbersOf: event.by === 'hotline' ? event.closed : [] }),
  'account.closed': (event) => safety(event, { what: '医保码已经注销', advice: NOT_YOU.call, to: ({ endedAt }) => endedAt === event.at }),
  'settlement.notified': settlement,
  'wallet.asked': 'nobody is told',
  'unbinding.refused': 'nobody is told',
  'hotline.acted': 'nobody is told',
  'consent.given': 'nobody is told',
  'consent.withdrawn': 'nobody is told',
};

export function noticeOf(event: VoucherEvent): Notice | undefined {
  const notice = NOTICES[event.type] as ((event: VoucherEvent) => Notice) | 'nobody is told';
  return notice === 'nobody is told' ? undefined : notice(event);
}
