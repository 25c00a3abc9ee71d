import { type AgreementPurpose, WITHDRAWAL_EFFECTS } from '@yibao/shared';

/** What each consent is for, in plain words. */
const purposes: Readonly<Record<AgreementPurpose, string>> = {
  service: '使用医保码：看病、买药、办医保时证明您是谁',
  reading: '向参保地医保局查询您的参保信息',
  face: '刷脸确认办理的是您本人',
};

const states = { valid: '已同意', withdrawn: '已撤回', outdated: '文本已更新' } as const;

export const consent = {
  bar: '查看授权',
  waiting: '正在读取授权记录',
  empty: '还没有同意过授权',
  emptyBody: '激活医保码时同意的内容会记在这里，随时可以查看和撤回。',
  home: '回首页',
  /** What a consent is called, from the title of the text that was agreed to. */
  titled: (_purpose: AgreementPurpose, title: string) => title,
  purposes,
  effects: WITHDRAWAL_EFFECTS,
  states,
  version: '文本版本',
  givenAt: '同意日期',
  givenIn: '同意的地方',
  withdrawnAt: '撤回日期',
  outdated: '您同意的是以前的文本，现行文本有变化。看过新的文本后，可以重新同意。',
  agreedText: '您同意时的文本',
  presentText: '现在的文本',
  showText: '看全文',
  hideText: '收起全文',
  effect: '撤回以后',
  withdraw: '撤回',
  withdrawService: '撤回并注销',
  withdrawBusy: '正在撤回',
  giveAgain: '重新同意',
  giveBusy: '正在提交',
  earlier: (at: string, state: string) => `${at}同意　${state}`,
  earlierTitle: '以前的记录',
} as const;
