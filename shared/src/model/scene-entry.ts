import * as z from 'zod/mini';

/** By which way people come in, the same words for both platforms (ACT-8). */
export const ENTRY_NAMES = {
  scan: '扫码',
  search: '搜索',
  'city-service': '城市服务',
  'official-account': '公众号菜单',
  wallet: '卡包',
  recent: '最近使用',
  share: '分享',
  message: '消息',
  payment: '支付页面',
  platform: '平台首页',
  desktop: '手机桌面',
  'mini-program': '其他小程序',
  link: '网页和应用',
  other: '其他',
} as const;

const names = Object.keys(ENTRY_NAMES) as [keyof typeof ENTRY_NAMES, ...(keyof typeof ENTRY_NAMES)[]];

export const Entry = z.enum(names);
export type Entry = z.infer<typeof Entry>;
