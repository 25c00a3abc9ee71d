import { type BindingView, CHANNEL_NAMES, type Channel, UNBIND_REASONS } from '@yibao/shared';
import { momentText } from '../moment';

const tailOf = (device: string) => device.replace(/·/g, '');

const namesOf = (channels: readonly Channel[]) => [...new Set(channels)].map((channel) => CHANNEL_NAMES[channel]).join('、');

export const binding = {
  bar: '我的绑定',
  waiting: '正在读取您的绑定',
  intro: '您的医保码在下面这些地方可以出示。丢了手机，或者不是您本人在用的，请马上解绑。',
  here: '本账号',
  device: (device: string) => `展码的设备尾号 ${tailOf(device)}`,
  since: (at: string) => `绑定时间 ${momentText(at)}`,
  used: (at: string) => `最近打开 ${momentText(at)}`,
  unbind: '解绑',
  unbindAll: '全部解绑',
  elsewhere: (channel: Channel) => `要单独解绑，请到${CHANNEL_NAMES[channel]}里办；在这里可以全部解绑。`,
  none: '这里没有绑定医保码',
  noneBody: '激活后就能在这里出示医保码。',
  activate: '去激活',
  beforeOne: ({ channel, current }: BindingView) => (current ? `解绑${CHANNEL_NAMES[channel]}里的医保码` : `解绑另一个${CHANNEL_NAMES[channel]}账号的医保码`),
  beforeAll: '解绑所有渠道的医保码',
  atOnce: '解绑后立即停用',
  atOnceItems: ['不能再出示医保码，先前展示过的码也不能用了', '登录着的手机全部退出', '绑定的手机号一起解除'] as const,
  lastOne: '凭证密码清除，重新激活时另设',
  kept: '姓名和证件号会留着',
  keptBody: '解绑只停用医保码。姓名和证件号加密保存，重新激活时用。以后不想再用、要一并删除的，请改办注销。',
  toClose: '改办注销',
  unaffected: '不受影响的',
  unaffectedItems: ['社会保障卡和身份证照常看病买药', '医保待遇和个人账户余额不变', '使用明细和办理记录保留', '正在办的结算照常完成', '可以随时重新激活'] as const,
  othersStay: (channels: readonly Channel[]) => `${namesOf(channels)}里的医保码照常使用`,
  reason: '为什么解绑',
  reasons: UNBIND_REASONS,
  confirm: '确定解绑',
  confirmFirst: '先选一个原因',
  confirmBusy: '正在解绑',
  stay: '先不解绑',

  done: '已解绑',
  doneBody: (channels: readonly Channel[]) => `${namesOf(channels)}里的医保码已经停用。`,
  receipt: '解绑编号',
  at: '解绑时间',
  left: '还有绑定',
  leftCount: (count: number) => (count === 0 ? '没有了' : `${count}个`),
  stillKept: '姓名和证件号仍加密保存',
  stillKeptBody: '要删除或拿走一份的：点“重新激活”，刷完脸就可以停下，15分钟内到“我的设置”里办注销或导出。自己办不了的，带身份证到医保窗口，或拨打12393。',
  again: '重新激活',
  toList: '看我的绑定',
  home: '回首页',
} as const;

export const lost = {
  bar: '手机丢失怎么办',
  title: '手机丢了，先解绑',
  first: '锁屏密码是第一道保护。解绑以后，丢失手机上的医保码立即不能使用，没有网络也一样。',
  other: '用别的手机解绑',
  otherSteps: (platform: string) => [`借一部手机，退出原来的账号，登录您本人的${platform}`, '打开医保码，进“我的设置”“我的绑定”', '点“解绑”，输入凭证密码或刷脸'] as const,
  otherNote: '办好后记得在借来的手机上退出登录。',
  openHere: '我已登录，去我的绑定',
  platformCall: (platform: string) => `拨打${platform}客服热线`,
  platformNote: '先请他们冻结账号，别人就登录不了',
  hotline: '拨打医保服务热线',
  hotlineNote: '说明手机丢失，核对身份后由两位工作人员办理解绑',
  meanwhile: '看病买药不受影响',
  meanwhileItems: ['社会保障卡和身份证照常使用', '解绑后可以马上在新手机上重新激活'] as const,
} as const;
