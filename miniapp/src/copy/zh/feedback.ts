import type { Contact, TicketKind, TicketState } from '@yibao/shared';

export const feedback = {
  bar: '请人工核对',
  waiting: '正在读取您的反馈',
  intro: '刷脸不成功不是您的错。留下联系方式，医保局的工作人员会核对您的身份，并告诉您怎么办。',
  desk: '也可以带本人身份证到医保局窗口当面核对。请带上这部手机，并告诉工作人员下面的反馈编号。',
  kind: '遇到的问题',
  contactKind: '怎么联系您',
  contacts: { wechat: '微信号', alipay: '支付宝账号', phone: '手机号' } satisfies Record<Contact['kind'], string>,
  placeholders: { wechat: '在微信“我”里可以看到', alipay: '手机号或邮箱', phone: '11位手机号' } satisfies Record<Contact['kind'], string>,
  /** What to write instead. */
  faults: { wechat: (told: string) => told, alipay: (told: string) => told, phone: (told: string) => told },
  kept: '联系方式加密保存，只用来联系您，办完30天后删除。',
  send: '请人工核对',
  sendBusy: '正在提交',
  sendFirst: '填写联系方式',
  change: '更换联系方式',
  number: '反馈编号',
  copied: '已复制',
  copy: '复制编号',
  states: { waiting: '等待核对', answered: '已答复', closed: '已办结' } satisfies Record<TicketState, string>,
  kinds: { 'face-photo-missing': '公安系统里没有照片', 'face-too-many': '刷脸次数用完', 'face-unsupported': '手机不能刷脸', 'face-mismatch': '刷脸总是不通过' } satisfies Record<TicketKind, string>,
  at: (at: string) => `提交时间 ${at}`,
  answer: '答复',
  goOn: '继续激活',
  none: '还没有反馈',
} as const;
