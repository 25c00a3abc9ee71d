import type { Message } from '@yibao/functions/src/upstream/ports';
import { ALIPAY_TEMPLATES, WECHAT_TEMPLATES } from '../../notice-templates';
import type { Step } from './step';

const SAFETY: Message = { template: 'safety', facts: ['凭证密码已经改过', '2026年11月22日 10:05', '非本人操作请拨打12393'], page: 'pages/home/home' };

const idsOf = (templates: Readonly<Record<string, { readonly id: string }>>) => Object.values(templates).map(({ id }) => id);

/** Messages to who allowed them. */
export const MESSAGE_STEPS: readonly Step[] = [
  {
    upstream: 'weapp',
    call: 'send',
    ready: async (world, id) => {
      await world.phone('weapp/subscribe', id, { tmplIds: idsOf(WECHAT_TEMPLATES) });
      return () => world.messages.weapp.send(world.person(id).openId.weapp, SAFETY);
    },
  },
  {
    upstream: 'alipay',
    call: 'alipay.open.app.mini.templatemessage.send',
    ready: async (world, id) => {
      await world.phone('alipay/subscribe', id, { entityIds: idsOf(ALIPAY_TEMPLATES) });
      return () => world.messages.alipay.send(world.person(id).openId.alipay, SAFETY);
    },
  },
];
