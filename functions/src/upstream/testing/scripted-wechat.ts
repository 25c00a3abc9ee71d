import type { SharedToken } from '../ports';
import { json, now, scriptedFetch } from './scripted-fetch';
import { weChatAt } from '../wechat';
import { WeChatConfig } from '../wechat-config';

export const config = WeChatConfig.parse({ appId: 'wx1', appSecret: 's' });
export const person = { name: '张三', idNumber: '99999919900307139X' };
export const account = { openId: 'o1', code: 'c1' };
export const face = { openId: 'o1', reference: { id: 'v1', orderNo: 'n1' } };

export const KEPT: SharedToken = { token: 'kept', expiresAt: '2026-11-22T09:00:00.000Z' };
export const fresh = json({ access_token: 'fresh', expires_in: 7200 });

/** The real client, which WeChat answers as the script says, and what it sent. */
export function weChat(script: Parameters<typeof scriptedFetch>) {
  const cache: { token: SharedToken | undefined } = { token: KEPT };
  const { fetch, sent } = scriptedFetch(...script);
  const tokens = {
    read: async () => cache.token,
    write: async (token: SharedToken) => {
      cache.token = token;
    },
  };
  return { client: weChatAt(config, { fetch, now, tokens }), sent, cache };
}
