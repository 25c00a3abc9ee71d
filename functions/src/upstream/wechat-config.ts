import * as z from 'zod/mini';

/** The mini-program's account at WeChat. */
export const WeChatConfig = z.strictObject({
  baseUrl: z._default(z.url(), 'https://api.weixin.qq.com'),
  appId: z.string().check(z.minLength(1)),
  appSecret: z.string().check(z.minLength(1)),
});
export type WeChatConfig = z.infer<typeof WeChatConfig>;
