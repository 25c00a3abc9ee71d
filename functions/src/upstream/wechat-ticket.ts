import { SECOND, later } from '@yibao/shared';
import * as z from 'zod/mini';
import type { TokenCache } from './ports';
import { callWeChat } from './wechat-call';
import type { WeChatAccount } from './wechat-config';
import type { WeChatNeeds } from './wechat-token';

/** A signature is made with the ticket now and checked when the person has read the platform's sheet. */
const MARGIN_SECONDS = 300;

const Answer = z.object({ ticket: z.string().check(z.minLength(1)), expires_in: z.number() });

export interface TicketNeeds extends WeChatNeeds {
  readonly tickets: TokenCache;
}

/** The api_ticket that signs cards. WeChat gives few of them a day, so all instances share one. */
export async function cardTicket(account: WeChatAccount, needs: TicketNeeds): Promise<string> {
  const kept = await needs.tickets.read();
  if (kept && kept.expiresAt > needs.now().toISOString()) return kept.token;
  const call = { path: '/cgi-bin/ticket/getticket', query: { type: 'wx_card' }, answer: Answer, isQuery: true } as const;
  const { ticket, expires_in } = await callWeChat(account, needs, call);
  await needs.tickets.write({ token: ticket, expiresAt: later(needs.now(), (expires_in - MARGIN_SECONDS) * SECOND).toISOString() });
  return ticket;
}
