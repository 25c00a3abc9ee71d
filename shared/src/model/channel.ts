import * as z from 'zod/mini';

/** Where the citizen stands (渠道): the WeChat or the Alipay mini-program. */
export const Channel = z.enum(['weapp', 'alipay'], '渠道只能是 weapp 或 alipay');
export type Channel = z.infer<typeof Channel>;

export const CHANNEL_NAMES: Readonly<Record<Channel, string>> = { weapp: '微信', alipay: '支付宝' };
