import type { Clock } from '@yibao/shared';
import type { Person } from '../persons/person';
import { fieldsOf, textIn, type Handler, type Routes } from '../wire/asked';
import type { CardAccount } from './card-account';
import { read } from './card-extension';
import { cardTickets } from './card-tickets';
import { done, refused } from './weapp-errors';

/** A card in somebody's 卡包. */
export interface Card {
  readonly person: string;
  readonly code: string;
  status: 'NORMAL' | 'DELETE' | 'UNAVAILABLE';
}

type Added = { readonly added: true; readonly code: string } | { readonly added: false; readonly reason: string };

export interface Cards {
  readonly routes: Routes;
  /** wx.addCard, when the person has agreed; `code` is the encrypted one. */
  add(person: Person, asked: { cardId: string; cardExt: string }): Added;
  /** wx.openCard: whether the card could be shown. */
  open(person: Person, asked: { cardId: string; code: string }): boolean;
  /** The person throws a card away. */
  remove(person: Person, code: string): void;
  wallet(person: Person): readonly Card[];
}

interface Drawer {
  readonly cardId: string;
  readonly all: Map<string, Card>;
  /** By what wx.addCard gave out. */
  readonly encrypted: Map<string, string>;
}

function codeRoutes({ cardId, all, encrypted }: Drawer): Routes {
  const asked = (handler: (card: Card | undefined, fields: Record<string, unknown>) => ReturnType<Handler>): Handler => ({ body }) => {
    const fields = fieldsOf(body);
    if (textIn(fields, 'card_id') !== cardId) return refused(fields['card_id'] === undefined ? 41012 : 45030);
    return handler(all.get(textIn(fields, 'code')), fields);
  };
  return {
    'POST /card/code/decrypt': ({ body }) => {
      const code = encrypted.get(textIn(fieldsOf(body), 'encrypt_code'));
      return code === undefined ? refused(40056) : done({ code });
    },
    'POST /card/code/get': asked((card, { check_consume }) => {
      if (!card) return refused(40056);
      if (check_consume !== false && card.status !== 'NORMAL') return refused(40127);
      return done({ card: { card_id: cardId }, user_card_status: card.status, can_consume: card.status === 'NORMAL' });
    }),
    'POST /card/code/unavailable': asked((card) => {
      if (!card) return refused(40056);
      if (card.status !== 'NORMAL') return refused(40127);
      card.status = 'UNAVAILABLE';
      return done({});
    }),
  };
}

/** 微信卡券 for one card with codes of the merchant's own. */
export function cards({ cardId }: CardAccount, now: Clock, newId: () => string): Cards {
  const tickets = cardTickets(now, newId);
  const drawer: Drawer = { cardId, all: new Map(), encrypted: new Map() };
  const usedNonces = new Set<string>();
  const good = (person: Person, code: string) => drawer.all.get(code)?.person === person.id && drawer.all.get(code)?.status === 'NORMAL';
  return {
    routes: { 'GET /cgi-bin/ticket/getticket': tickets.getTicket, ...codeRoutes(drawer) },
    add(person, { cardId: wanted, cardExt }) {
      if (wanted !== cardId) return { added: false, reason: 'invalid card id' };
      const extension = read(cardExt, { cardId, tickets: tickets.live(), now: now(), usedNonces });
      if ('fault' in extension) return { added: false, reason: extension.fault };
      usedNonces.add(extension.nonce);
      if (drawer.all.has(extension.code)) return { added: false, reason: 'code has been received' };
      drawer.all.set(extension.code, { person: person.id, code: extension.code, status: 'NORMAL' });
      const sealed = `${newId()}=`;
      drawer.encrypted.set(sealed, extension.code);
      return { added: true, code: sealed };
    },
    open: (person, { cardId: wanted, code }) => wanted === cardId && good(person, code),
    remove(person, code) {
      if (good(person, code)) drawer.all.get(code)!.status = 'DELETE';
    },
    wallet: (person) => [...drawer.all.values()].filter(({ code }) => good(person, code)),
  };
}
