import type { WalletCard } from '@yibao/shared';
import type { Adding, Opening } from './card';
import { failureOf } from './card-failure';

export const hasWallet = () => my.openTicketDetail !== undefined;

/** The service has Alipay put the pass there. */
export const addToWallet = (): Promise<Adding> => Promise.resolve({ outcome: 'unsupported' });

const opening = (reason: unknown): Opening => {
  const failure = failureOf(reason);
  return failure === 'cancelled' ? 'opened' : failure;
};

export const openInWallet = (card: WalletCard) =>
  new Promise<Opening>((resolve) => {
    if (card.channel !== 'alipay' || !my.openTicketDetail) resolve('unsupported');
    else my.openTicketDetail({ partnerId: card.partnerId, serialNumber: card.serialNumber, success: () => resolve('opened'), fail: (reason) => resolve(opening(reason)) });
  });
