import { type Closing, KEPT_BY_LAW } from '@yibao/shared';

/** What is kept, and why and for how long. */
const keptOf = ({ what, why, until }: Closing['kept'][number]) => [what, `${why}。${until}`] as const;

export const data = {
  bar: '导出我的数据',
  intro: '这里存着的您的信息，可以拿走一份。内容是机器可读的文字（JSON），姓名和证件号是完整的，请收好。',
  contains: '里面有什么',
  contents: ['医保码：编号、姓名、证件号、参保地、激活时间', '绑定：在微信还是支付宝使用', '手机号：各渠道登记的号码', '授权：同意和撤回的记录', '使用明细：时间、机构、业务', '登录的设备：时间和设备尾号', '反馈：联系方式和答复', '卡包：卡片的状态', '办理记录：谁在何时办了什么'] as const,
  fetch: '导出',
  fetchBusy: '正在准备',
  ready: '已经准备好',
  readyBody: '请只交给您信任的人。离开这个页面后要重新导出。',
  voucher: '医保码',
  has: '有',
  none: '没有',
  bindings: '绑定',
  phones: '手机号',
  consents: '授权记录',
  uses: '使用明细',
  sessions: '登录的设备',
  tickets: '反馈',
  wallets: '卡包里的卡',
  trail: '办理记录',
  count: (count: number) => `${count}条`,
  keep: { weapp: '发到微信聊天里保存', h5: '存成文件' },
  copy: '复制全部内容',
  copied: '已复制',
  copiedBody: '粘贴到备忘录或邮件里就能保存。里面有您的姓名和证件号，用完请清空剪贴板。',
  failed: '没有保存成功',
  failedBody: '可以换一种方式再试。',
} as const;

export const close = {
  bar: '注销医保码',
  atOnce: '注销后立即停用',
  atOnceItems: ['医保码在微信和支付宝里都不能再出示', '姓名、证件号、凭证密码和展码密钥从这里删除，手机号一天后删除', '绑定、授权和激活进度都结束'] as const,
  kept: '依法保留的',
  keptItems: KEPT_BY_LAW.map((kept) => keptOf(kept).join('：')),
  unaffected: '不受影响的',
  unaffectedItems: ['医保待遇、个人账户余额和参保关系', '社会保障卡和身份证照常看病买药', '以后可以随时重新激活'] as const,
  confirm: '确定注销',
  confirmBusy: '正在注销',
  stay: '先不注销',
  closed: '医保码已注销',
  closedAt: '注销时间',
  erased: '已删除',
  erasedAs: (told: string) => told,
  keptOf,
  home: '回首页',
} as const;
