import { Refusal, SECOND, later } from '@yibao/shared';
import * as z from 'zod/mini';
import { askAgain } from './ask-again';
import { ask, parsed, type UpstreamNeeds } from './ask';
import type { TokenCache } from './ports';
import type { WeChatAccount } from './wechat-config';

/** The platform renews its token this long before the old one ends, and both work meanwhile. */
const OVERLAP_SECONDS = 300;

const Answer = z.object({ access_token: z.optional(z.string()), expires_in: z.optional(z.number()), errcode: z.optional(z.number()) });

export interface WeChatNeeds extends UpstreamNeeds {
  readonly tokens: TokenCache;
}

/** stable_token in normal mode: everyone who asks gets the same token, so that no instance spoils another's. */
async function freshToken(config: WeChatAccount, needs: WeChatNeeds): Promise<string> {
  const body = JSON.stringify({ grant_type: 'client_credential', appid: config.appId, secret: config.appSecret });
  const question = { upstream: 'weapp', call: 'stable_token', url: `${config.baseUrl}/cgi-bin/stable_token`, method: 'POST', body } as const;
  const read = (text: string) => {
    const value = parsed(Answer, text);
    return { value, code: `errcode ${value.errcode ?? 0}`, declined: value.errcode !== undefined && value.errcode !== 0 };
  };
  const answer = await askAgain(needs, 'weapp', () => ask(needs, question, read));
  if (!answer.access_token || !answer.expires_in) throw new Refusal('UPSTREAM_BUSY');
  const expiresAt = later(needs.now(), (answer.expires_in - OVERLAP_SECONDS) * SECOND).toISOString();
  await needs.tokens.write({ token: answer.access_token, expiresAt });
  return answer.access_token;
}

/** The shared token, or a new one when there is none, it has ended, or it is the one that was `rejected`. */
export async function weChatToken(config: WeChatAccount, needs: WeChatNeeds, rejected?: string): Promise<string> {
  const kept = await needs.tokens.read();
  const usable = kept && kept.token !== rejected && kept.expiresAt > needs.now().toISOString();
  return usable ? kept.token : freshToken(config, needs);
}
