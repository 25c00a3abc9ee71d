import * as z from 'zod/mini';
import { ask, parsed } from './ask';
import type { Sms } from './ports';
import { signedHeaders, type SigningNeeds } from './signed';

/** The text-message provider: `url` is the whole address to post to. */
export const SmsConfig = z.strictObject({
  url: z.url(),
  accessKey: z.string().check(z.minLength(1)),
  secret: z.string().check(z.minLength(16)),
});
export type SmsConfig = z.infer<typeof SmsConfig>;

const Answer = z.object({ code: z.literal(0), requestId: z.string() });

/**
 * A generic provider: POST {phone, template, parameters}, answered with {code: 0, requestId}; signed as in signed.ts.
 * The sentence itself is a template that the provider has approved.
 */
export const smsAt = (config: SmsConfig, needs: SigningNeeds): Sms => ({
  async sendCode(phone, code) {
    const body = JSON.stringify({ phone, template: 'verification-code', parameters: { code, minutes: '5' } });
    const headers = signedHeaders({ id: config.accessKey, secret: config.secret }, { url: config.url, body }, needs);
    await ask(needs, { upstream: 'sms', call: 'send', url: config.url, method: 'POST', headers, body }, (text) => {
      const value = parsed(Answer, text);
      return { value, code: 'code 0' };
    });
  },
});
