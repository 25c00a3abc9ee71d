import type { CardToAdd, WalletCard } from '@yibao/shared';
import { askPhone } from './ask-phone';
import { APP_NAMES, channel } from './channel';
import { ownerOfPhone } from './owner';
import { button, buttons, consent, element, sheet } from './sheet';

type Adding = { readonly outcome: 'added'; readonly code: string } | { readonly outcome: 'cancelled' | 'failed' };

/** 我的卡包 and 卡包 (scene-table). */
const FROM_WALLET = { weapp: '1028', alipay: '1401' } as const;

async function openFromWallet(): Promise<void> {
  const query = new URLSearchParams({ channel, person: await ownerOfPhone(), scene: FROM_WALLET[channel] });
  location.assign(`${location.pathname}?${query.toString()}`);
}

/** wx.addCard: WeChat shows the card and asks. */
export async function addCard(card: CardToAdd): Promise<Adding> {
  const agreed = await consent({ app: '微信卡包', title: '医保电子凭证', text: '添加到卡包' }, { yes: '添加', no: '取消' });
  if (!agreed) return { outcome: 'cancelled' };
  const { added, code } = (await askPhone('weapp/card', card)) as { added?: unknown; code?: string };
  return added === true && code !== undefined ? { outcome: 'added', code } : { outcome: 'failed' };
}

const picture = () => element('div', { className: 'phone-card' }, element('b', {}, '医保电子凭证'), element('span', {}, '点击打开医保码'));

/** wx.openCard and my.openTicketDetail: the card as it lies in the wallet, and the way from it into the mini-program. */
export async function openCard(card: WalletCard): Promise<'opened' | 'failed'> {
  const path = card.channel === 'weapp' ? 'weapp/card/open' : 'alipay/pass/open';
  const { opened } = (await askPhone(path, card)) as { opened?: unknown };
  if (opened !== true) return 'failed';
  await sheet<boolean>({ app: `${APP_NAMES[channel]}卡包`, title: '票证' }, false, (answer) => [picture(), buttons(button('关闭', () => answer(false)), button('打开医保码', () => void openFromWallet(), 'phone-primary'))]);
  return 'opened';
}
