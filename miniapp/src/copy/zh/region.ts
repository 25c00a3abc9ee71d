import { unbroken } from '../unbroken';

export const region = {
  bar: '哪些地方已开通',
  intro: '医保码由参保地医保局开通。没有开通的地方，请先使用社会保障卡或身份证。',
  open: '已开通',
  closed: '尚未开通',
  waiting: '正在读取参保地列表',
  empty: '还没有参保地',
  emptyBody: '列表由医保局维护，请稍后再来看看。',
  call: (bureau: string, hotline: string) => `${bureau} ${unbroken(hotline)}`,
} as const;
