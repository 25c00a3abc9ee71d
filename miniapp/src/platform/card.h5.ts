import type { CardToAdd, WalletCard } from '@yibao/shared';
import type { Adding, Opening } from './card';

export const hasWallet = () => window.phone.addCard !== undefined;

export const addToWallet = async (card: CardToAdd): Promise<Adding> => (await window.phone.addCard?.(card)) ?? { outcome: 'unsupported' };

export const openInWallet = async (card: WalletCard): Promise<Opening> => (await window.phone.openCard?.(card)) ?? 'unsupported';
