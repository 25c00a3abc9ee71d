import type { CardToAdd, WalletCard } from '@yibao/shared';
import type { Adding, Opening } from './card';
import { failureOf } from './card-failure';

export const hasWallet = () => wx.addCard !== undefined && wx.openCard !== undefined;

interface Added {
  readonly cardList?: readonly { readonly code?: string; readonly isSuccess?: boolean }[];
}

const addingOf = ({ cardList }: Added): Adding => {
  const [card] = cardList ?? [];
  return card?.code && card.isSuccess !== false ? { outcome: 'added', code: card.code } : { outcome: 'failed' };
};

export const addToWallet = (card: CardToAdd) =>
  new Promise<Adding>((resolve) => {
    if (!wx.addCard) resolve({ outcome: 'unsupported' });
    else wx.addCard({ cardList: [card], success: (answer) => resolve(addingOf(answer)), fail: (reason) => resolve({ outcome: failureOf(reason) }) });
  });

const opening = (reason: unknown): Opening => {
  const failure = failureOf(reason);
  return failure === 'cancelled' ? 'opened' : failure;
};

export const openInWallet = (card: WalletCard) =>
  new Promise<Opening>((resolve) => {
    if (card.channel !== 'weapp' || !wx.openCard) resolve('unsupported');
    else wx.openCard({ cardList: [{ cardId: card.cardId, code: card.code }], success: () => resolve('opened'), fail: (reason) => resolve(opening(reason)) });
  });
