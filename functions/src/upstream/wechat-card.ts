import { Refusal, SECOND } from '@yibao/shared';
import * as z from 'zod/mini';
import type { WeChatCards } from './ports';
import { callWeChat, type WeChatCall } from './wechat-call';
import { cardSignature } from './wechat-card-signature';
import type { WeChatConfig } from './wechat-config';
import { cardTicket, type TicketNeeds } from './wechat-ticket';

export interface CardNeeds extends TicketNeeds {
  /** 32 letters or digits that were never given before. */
  readonly nonce: () => string;
}

const Nothing = z.object({});
const Decrypted = z.object({ code: z.string().check(z.minLength(1)) });
const Held = z.object({ user_card_status: z.optional(z.string()) });

/** invalid serial code: nobody has added a card with it; invalid user-card status: it was deleted or is void */
const [NEVER_ADDED, GONE] = [40056, 40127];
const UNKNOWN = { [NEVER_ADDED]: 'CARD_UNKNOWN', [GONE]: 'CARD_UNKNOWN', 40116: 'CARD_UNKNOWN' } as const;

/** Card, interface or self-chosen codes are not permitted to this account. */
const NOT_PERMITTED = { 43009: 'CARD_UNSUPPORTED', 45030: 'CARD_UNSUPPORTED', 48001: 'CARD_UNSUPPORTED' } as const;

const HELD = ['NORMAL', 'GIFTING', 'GIFT_TIMEOUT'];

/** False where WeChat says that there is no card with this code. */
async function unlessUnknown(work: Promise<boolean>): Promise<boolean> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'CARD_UNKNOWN') return false;
    throw error;
  }
}

/** The card of the bureau's official account; undefined where the bureau has none. */
export function weChatCardsAt({ baseUrl, card }: WeChatConfig, needs: CardNeeds): WeChatCards | undefined {
  if (!card) return undefined;
  const { cardId } = card;
  const account = { baseUrl, appId: card.appId, appSecret: card.appSecret };
  const call = <S extends z.ZodMiniType>({ refusals, ...asked }: WeChatCall<S>) => callWeChat(account, needs, { ...asked, refusals: { ...NOT_PERMITTED, ...refusals } });
  return {
    cardId,
    async extensionFor(code) {
      const ticket = await cardTicket(account, needs);
      const [timestamp, nonce] = [String(Math.floor(needs.now().getTime() / SECOND)), needs.nonce()];
      return JSON.stringify({ code, timestamp, nonce_str: nonce, signature: cardSignature({ ticket, cardId, code, timestamp, nonce }) });
    },
    decrypt: async (encrypted) => (await call({ path: '/card/code/decrypt', body: { encrypt_code: encrypted }, answer: Decrypted, refusals: UNKNOWN, isQuery: true })).code,
    holds(code) {
      const body = { card_id: cardId, code, check_consume: false };
      return unlessUnknown(call({ path: '/card/code/get', body, answer: Held, refusals: UNKNOWN, isQuery: true }).then(({ user_card_status = 'NORMAL' }) => HELD.includes(user_card_status)));
    },
    close(code) {
      const body = { card_id: cardId, code, reason: '医保码已解绑' };
      return unlessUnknown(call({ path: '/card/code/unavailable', body, answer: Nothing, refusals: UNKNOWN, doneBefore: [GONE] }).then(() => true));
    },
  };
}
