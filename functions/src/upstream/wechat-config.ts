import * as z from 'zod/mini';
import { SecureUrl } from './secure-url';

const text = z.string().check(z.minLength(1));

/** The official account (公众号) that owns the card, and the card: 自定义 code, bind_openid false. */
const CardConfig = z.strictObject({ appId: text, appSecret: text, cardId: text.check(z.maxLength(32)) });

/** The mini-program's account at WeChat; without a card there is no 卡包. */
export const WeChatConfig = z.strictObject({
  baseUrl: z._default(SecureUrl, 'https://api.weixin.qq.com'),
  appId: text,
  appSecret: text,
  card: z.optional(CardConfig),
});
export type WeChatConfig = z.infer<typeof WeChatConfig>;

/** By whose credentials a call is made. */
export type WeChatAccount = Pick<WeChatConfig, 'baseUrl' | 'appId' | 'appSecret'>;
