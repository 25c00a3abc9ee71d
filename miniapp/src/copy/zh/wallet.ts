import type { Channel } from '@yibao/shared';

const places: Readonly<Record<Channel, string>> = {
  weapp: '微信“我”→“订单与卡包”→“卡包”→“票证”',
  alipay: '支付宝“我的”→“卡包”',
};

export const wallet = {
  bar: '卡包',
  waiting: '正在查看卡包',
  title: { weapp: '进入微信卡包', alipay: '加入支付宝卡包' } satisfies Record<Channel, string>,
  intro: (channel: Channel) => `加入以后，在${places[channel]}里点“医保码”，就能直接打开。`,
  holds: '卡里没有身份证号和医保码的数字，只是打开医保码的入口。解绑后会自动移出。',
  add: { weapp: '进入卡包', alipay: '加入卡包' } satisfies Record<Channel, string>,
  addBusy: '正在加入',
  adding: '正在加入卡包',
  addingBody: '一般几秒钟。可以先离开，加好后这里会显示。',
  added: '已在卡包',
  addedBody: (channel: Channel) => `在${places[channel]}里点“医保码”，就能直接打开。`,
  open: '打开卡包看看',
  openBusy: '正在打开',
  failed: '没有加到卡包',
  failedBody: '医保码照常使用。可以再试一次。',
  notUpdated: '卡包里还没有更新',
  notUpdatedBody: '医保码照常使用。请再试一次，不会加成两张。',
  retry: '再试一次',
  lost: '卡包里没有找到这张卡',
  lostBody: '可能被移出了卡包，可以重新加入。',
  again: '重新加入',
  show: '出示医保码',
  unsupported: '这个版本不能加卡包',
  unsupportedBody: { weapp: '可把小程序添加到桌面或“我的小程序”，一样方便打开。', alipay: '可把小程序收藏，或添加到桌面，一样方便打开。' } satisfies Record<Channel, string>,
  steps: {
    weapp: ['点右上角的“···”', '点“添加到我的小程序”，以后在微信首页下拉就能找到', '也可以点“添加到桌面”，以后在手机桌面上直接打开'],
    alipay: ['点右上角的“···”', '点“收藏”，以后在支付宝首页下拉就能找到', '也可以点“添加到桌面”，以后在手机桌面上直接打开'],
  } satisfies Record<Channel, readonly [string, string, string]>,
} as const;
