import type { Person } from '../persons/person';
import { textIn } from '../wire/asked';
import type { Alipay } from '../alipay/alipay';
import type { Weapp } from '../weapp/weapp';

type OnPhone = (person: Person, fields: Record<string, unknown>) => unknown;

const CANCELLED = { added: false, reason: 'cancel' };

/** 卡包 on a person's phone: wx.addCard, wx.openCard, my.openTicketDetail, and what lies in it. */
export function walletOf({ weapp, alipay }: { readonly weapp: Pick<Weapp, 'cards'>; readonly alipay: Pick<Alipay, 'passes'> }): Readonly<Record<string, OnPhone>> {
  return {
    'POST /phone/weapp/card': (person, fields) =>
      fields['cancel'] === true ? CANCELLED : weapp.cards.add(person, { cardId: textIn(fields, 'cardId'), cardExt: textIn(fields, 'cardExt') }),
    'POST /phone/weapp/card/open': (person, fields) => ({ opened: weapp.cards.open(person, { cardId: textIn(fields, 'cardId'), code: textIn(fields, 'code') }) }),
    'POST /phone/weapp/card/delete': (person, fields) => {
      weapp.cards.remove(person, textIn(fields, 'code'));
      return {};
    },
    'GET /phone/weapp/wallet': (person) => weapp.cards.wallet(person),
    'POST /phone/alipay/pass/open': (person, fields) => ({ opened: alipay.passes.open(person, { partnerId: textIn(fields, 'partnerId'), serialNumber: textIn(fields, 'serialNumber') }) }),
    'GET /phone/alipay/wallet': (person) => alipay.passes.wallet(person),
  };
}
