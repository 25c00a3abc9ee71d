import { CHANNEL_NAMES, type EndedBinding, NATIONAL_HOTLINE, UNBIND_REASONS } from '@yibao/shared';
import { momentText } from '../moment';

const who = ({ by, channel, device = '' }: EndedBinding) => (by === 'hotline' || !channel ? '医保服务热线按您的申请' : `您在${CHANNEL_NAMES[channel]}（设备尾号 ${device.replace(/·/g, '')}）`);

/** What is said where the voucher was, after an unbinding. */
export const unbound = {
  title: '这里的医保码已解绑',
  body: (ended: EndedBinding) => `${momentText(ended.closedAt)}，${who(ended)}办理了解绑，原因：${UNBIND_REASONS[ended.reason]}。编号 ${ended.receipt}。不是您办的，请拨打${NATIONAL_HOTLINE}。`,
} as const;
