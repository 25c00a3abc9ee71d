import { Refusal } from '@yibao/shared';
import * as z from 'zod/mini';
import { acs3Headers, acs3Query } from './acs3';
import { ask, parsed, type Reading, type SigningNeeds } from './ask';
import type { Sms } from './ports';
import { MINUTES, noticeRefusal, tooMany, tooSoon, type AliyunSms } from './sms-config';

const Answer = z.object({ Code: z.string(), Message: z.optional(z.string()) });
type Answer = z.infer<typeof Answer>;

function read(text: string): Reading<Answer> {
  const value = parsed(Answer, text);
  return { value, code: value.Code, declined: value.Code !== 'OK' };
}

/** One code for too many to this number; which limit it was stands in the sentence: 分钟级流控, 小时级流控, 天级流控. */
function refusalFor({ Code, Message = '' }: Answer): Refusal {
  if (Code !== 'isv.BUSINESS_LIMIT_CONTROL') return new Refusal('UPSTREAM_BUSY');
  if (Message.includes('分钟级')) return tooSoon(60);
  return Message.includes('小时级') ? tooSoon(3600) : tooMany();
}

interface Order {
  readonly templateCode: string;
  readonly parameters: Readonly<Record<string, string>>;
}

async function send(config: AliyunSms, needs: SigningNeeds, [phone, { templateCode, parameters }]: readonly [string, Order]): Promise<void> {
  const query = acs3Query({ PhoneNumbers: phone, SignName: config.signName, TemplateCode: templateCode, TemplateParam: JSON.stringify(parameters) });
  const { origin, host } = new URL(config.url);
  const date = needs.now().toISOString().replace(/\.\d+/, '');
  const headers = acs3Headers(config, { host, action: 'SendSms', version: '2017-05-25', query, date, nonce: needs.nonce() });
  const result = await ask(needs, { upstream: 'sms', call: 'SendSms', url: `${origin}/?${query}`, method: 'POST', headers }, read);
  if (result.Code !== 'OK') throw refusalFor(result);
}

/** SendSms 2017-05-25. Its parameters belong into the query, which is why the address is never logged. */
export const aliyunSmsAt = (config: AliyunSms, needs: SigningNeeds): Sms => ({
  sendCode: (phone, code) => send(config, needs, [phone, { templateCode: config.templateCode, parameters: { code, minutes: MINUTES } }]),
  async sendNotice(phone, { at, what }) {
    if (config.noticeTemplateCode === undefined) throw new Refusal('NOTICE_NOT_TAKEN');
    await send(config, needs, [phone, { templateCode: config.noticeTemplateCode, parameters: { at, what } }]).catch((error: unknown) => {
      throw noticeRefusal(error);
    });
  },
});
