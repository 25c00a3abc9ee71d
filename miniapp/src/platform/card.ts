import type { CardToAdd, WalletCard } from '@yibao/shared';

/** How adding a card ended; `code` is the platform's proof that it was added. Failed: the platform did not take it. Unsupported: this app has no such ability. */
export type Adding = { readonly outcome: 'added'; readonly code: string } | { readonly outcome: 'cancelled' | 'failed' | 'unsupported' };

export type Opening = 'opened' | 'failed' | 'unsupported';

/** Whether the app of the platform, in this version, has a wallet that cards can be put into. */
export declare const hasWallet: () => boolean;

/** Lets the person put the card into the wallet. On Alipay the service does it, and nothing asks the phone. */
export declare const addToWallet: (card: CardToAdd) => Promise<Adding>;

/** Shows the card in the platform's wallet. */
export declare const openInWallet: (card: WalletCard) => Promise<Opening>;
