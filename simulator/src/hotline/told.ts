import {
  CHANNEL_NAMES, chinaDay, chinaTime, type HolderState, type HotlineCase, IDENTITY_CHECKS, REJECT_REASONS, TICKET_KINDS, type TicketLine, UNBIND_REASONS,
} from '@yibao/shared';

const at = (instant: string) => `${chinaDay(new Date(instant))} ${chinaTime(new Date(instant))}`;

/** A voucher as lines for the operator. */
export const holderLines = ({ name, idNumber, region, activatedAt, bindings, lastUse }: HolderState): readonly string[] => [
  `${name}  ${idNumber}  参保地 ${region}  激活于 ${at(activatedAt)}`,
  ...(bindings.length === 0 ? ['  没有绑定任何渠道'] : bindings.map(({ id, channel, boundAt, usedAt }) => `  ${CHANNEL_NAMES[channel].padEnd(4, '　')} 绑定于 ${at(boundAt)}  最近打开 ${at(usedAt)}  绑定编号 ${id}`)),
  lastUse ? `  最近用码 ${at(lastUse.at)} ${lastUse.institution}` : '  还没有用过码',
];

const STATES: Readonly<Record<HotlineCase['state'], string>> = { open: '待审批', approved: '已解绑', rejected: '已驳回', expired: '已过期' };

function endOf({ decidedBy, decidedAt, rejectedFor, receipt, expiresAt, state }: HotlineCase): string {
  if (decidedBy === undefined || decidedAt === undefined) return state === 'open' ? `请在 ${at(expiresAt)} 前审批` : `过期于 ${at(expiresAt)}`;
  return `${decidedBy} 办于 ${at(decidedAt)}${rejectedFor ? `，${REJECT_REASONS[rejectedFor]}` : ''}${receipt === undefined ? '' : `，解绑编号 ${receipt}`}`;
}

export const caseLines = (known: HotlineCase): readonly string[] => [
  `${known.caseNumber}  ${STATES[known.state]}  解绑 ${known.channels.map((channel) => CHANNEL_NAMES[channel]).join('、')}（${UNBIND_REASONS[known.reason]}）`,
  `  ${known.requestedBy} 申请于 ${at(known.requestedAt)}，核对方式：${known.checks.map((check) => IDENTITY_CHECKS[check]).join('、')}`,
  `  ${endOf(known)}`,
];

const TICKET_STATES: Readonly<Record<TicketLine['state'], string>> = { waiting: '待处理', answered: '已答复', closed: '已办结' };

export const ticketLine = ({ ticket, kind, state, region, createdAt }: TicketLine) => `${ticket}  ${TICKET_STATES[state]}  ${TICKET_KINDS[kind]}  ${at(createdAt)}${region === undefined ? '' : `  参保地 ${region}`}`;
