import { Refusal } from '@yibao/shared';
import * as z from 'zod/mini';
import type { MessageTemplates } from './message-config';
import type { Messages } from './ports';
import { callWeChat } from './wechat-call';
import type { WeChatConfig } from './wechat-config';
import type { WeChatNeeds } from './wechat-token';

/**
 * No such account; no such template, page or field; text that is not taken; not subscribed or no more; the ability or the template is blocked.
 * None of them is mended by asking again: the next way is taken, and the log has the number.
 */
const NOT_TAKEN = Object.fromEntries([40003, 40037, 41030, 43101, 43107, 45168, 47003].map((code) => [code, 'NOTICE_NOT_TAKEN' as const]));

/** Subscribe messages (subscribeMessage.send). */
export const weChatMessagesAt = (config: WeChatConfig, templates: MessageTemplates['weapp'], needs: WeChatNeeds): Messages => ({
  async send(openId, { template, facts, page }) {
    const found = templates[template];
    if (!found) throw new Refusal('NOTICE_NOT_TAKEN');
    const data = Object.fromEntries(found.fields.map((field, i) => [field, { value: facts[i] ?? '' }]));
    const body = { touser: openId, template_id: found.id, page, data, miniprogram_state: 'formal', lang: 'zh_CN' };
    await callWeChat(config, needs, { path: '/cgi-bin/message/subscribe/send', body, answer: z.object({}), refusals: NOT_TAKEN });
  },
});
