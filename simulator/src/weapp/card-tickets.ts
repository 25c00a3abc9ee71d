import { HOUR, SECOND, later, type Clock } from '@yibao/shared';
import type { Handler } from '../wire/asked';
import { done, refused } from './weapp-errors';

const LIFETIME_MS = 2 * HOUR;
/** WeChat gives few tickets a day; who asks more often than needed is refused. */
const MOST_A_DAY = 100;

export interface CardTickets {
  readonly getTicket: Handler;
  /** The tickets that sign cards now. */
  live(): readonly string[];
}

export function cardTickets(now: Clock, newId: () => string): CardTickets {
  const given: { readonly value: string; readonly until: Date }[] = [];
  const live = () => given.filter(({ until }) => until > now());
  return {
    getTicket({ query }) {
      if (query['type'] !== 'wx_card') return refused(40097);
      if (given.length >= MOST_A_DAY) return refused(45009);
      given.push({ value: `ticket-${newId()}`, until: later(now(), LIFETIME_MS) });
      return done({ ticket: given.at(-1)!.value, expires_in: LIFETIME_MS / SECOND });
    },
    live: () => live().map(({ value }) => value),
  };
}
