import { Refusal } from '@yibao/shared';
import * as z from 'zod/mini';
import { type AlipaySide, callAlipay } from './alipay-call';
import { type AlipayConfig, alipayKeys } from './alipay-keys';
import type { UpstreamNeeds } from './ask';
import type { MessageTemplates } from './message-config';
import type { Messages } from './ports';

const keywords = (facts: readonly string[]) => JSON.stringify(Object.fromEntries(facts.map((value, i) => [`keyword${i + 1}`, { value }])));

/**
 * Template messages (alipay.open.app.mini.templatemessage.send) to who subscribed; a subscription needs no form_id. Its documentation names no sub_code
 * for who did not subscribe, so every decision against the message (40004) leads to the next way.
 */
export function alipayMessagesAt(config: AlipayConfig, templates: MessageTemplates['alipay'], needs: UpstreamNeeds): Messages {
  const side: AlipaySide = { config, keys: alipayKeys(config), needs };
  return {
    async send(openId, { template, facts, page }) {
      const found = templates[template];
      if (!found) throw new Refusal('NOTICE_NOT_TAKEN');
      const content = { to_open_id: openId, user_template_id: found.id, page, data: keywords(facts) };
      await callAlipay(side, { method: 'alipay.open.app.mini.templatemessage.send', body: { biz_content: JSON.stringify(content) }, answer: z.object({}), declined: 'NOTICE_NOT_TAKEN' });
    },
  };
}
