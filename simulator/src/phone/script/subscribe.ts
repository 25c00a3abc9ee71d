import { askPhone } from './ask-phone';
import { APP_NAMES, channel } from './channel';
import { consent } from './sheet';

/** The platform's sheet that asks for permission to send messages; the person's own switch at the simulator may still say no. */
export async function subscribe(ids: readonly string[]): Promise<'allowed' | 'refused'> {
  const agreed = await consent({ app: APP_NAMES[channel], title: '医保码申请给您发消息', text: '账户安全提醒、医保结算通知、退费结果通知。' }, { yes: '允许', no: '取消' });
  if (!agreed) return 'refused';
  const answer: Record<string, unknown> = await askPhone(`${channel}/subscribe`, channel === 'weapp' ? { tmplIds: ids } : { entityIds: ids });
  const said = channel === 'weapp' ? Object.values(answer['answers'] ?? {}).includes('accept') : answer['behavior'] === 'subscribe';
  return said ? 'allowed' : 'refused';
}
