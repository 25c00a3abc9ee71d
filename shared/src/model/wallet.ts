import * as z from 'zod/mini';

/**
 * Whether the voucher is in the platform's wallet (卡包), as far as the service knows it: `adding` while the phone or Alipay is at it,
 * `not-updated` where it was asked for and has not come, `unsupported` where this bureau has no permission for cards.
 */
export const WalletState = z.enum(['not-added', 'adding', 'added', 'not-updated', 'unsupported']);
export type WalletState = z.infer<typeof WalletState>;

/** By what the platform opens the card that was added: wx.openCard, my.openTicketDetail. */
export const WalletCard = z.discriminatedUnion('channel', [
  z.strictObject({ channel: z.literal('weapp'), cardId: z.string(), code: z.string() }),
  z.strictObject({ channel: z.literal('alipay'), partnerId: z.string(), serialNumber: z.string() }),
]);
export type WalletCard = z.infer<typeof WalletCard>;

export const Wallet = z.strictObject({ state: WalletState, card: z.optional(WalletCard) });
export type Wallet = z.infer<typeof Wallet>;

/** What wx.addCard wants; `cardExt` is a JSON text and good for one try. */
export const CardToAdd = z.strictObject({ cardId: z.string(), cardExt: z.string() });
export type CardToAdd = z.infer<typeof CardToAdd>;
