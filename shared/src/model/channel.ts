import * as z from 'zod/mini';

/** Where the citizen stands (渠道): the WeChat or the Alipay mini-program. */
export const Channel = z.enum(['weapp', 'alipay'], '渠道只能是 weapp 或 alipay');
export type Channel = z.infer<typeof Channel>;

export const CHANNEL_NAMES: Readonly<Record<Channel, string>> = { weapp: '微信', alipay: '支付宝' };

/** `chnlId`: the 32 characters by which terminals name the channel (用码渠道). */
export const CHANNEL_IDS: Readonly<Record<Channel, string>> = {
  weapp: '0000000000000000000000YIBAOWEAPP',
  alipay: '000000000000000000000YIBAOALIPAY',
};
