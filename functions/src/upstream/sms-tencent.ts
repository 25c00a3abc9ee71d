import { Refusal } from '@yibao/shared';
import * as z from 'zod/mini';
import { ask, parsed, type Reading, type UpstreamNeeds } from './ask';
import type { Sms } from './ports';
import { MINUTES, noticeRefusal, tooMany, tooSoon, type TencentSms } from './sms-config';
import { tc3Headers } from './tc3';

/** Too many to this number within half a minute or an hour, within a day or with the same text, or by the account's own rule. */
const LIMITS: Readonly<Record<string, () => Refusal>> = {
  'LimitExceeded.PhoneNumberThirtySecondLimit': () => tooSoon(30),
  'LimitExceeded.PhoneNumberOneHourLimit': () => tooSoon(3600),
  'LimitExceeded.PhoneNumberDailyLimit': tooMany,
  'LimitExceeded.PhoneNumberSameContentDailyLimit': tooMany,
  'LimitExceeded.DeliveryFrequencyLimit': tooMany,
};

const Answer = z.object({
  Response: z.union([z.object({ Error: z.object({ Code: z.string() }) }), z.object({ SendStatusSet: z.tuple([z.object({ Code: z.string() })]) })]),
});

function codeIn(text: string): Reading<string> {
  const { Response: response } = parsed(Answer, text);
  const code = 'Error' in response ? response.Error.Code : response.SendStatusSet[0].Code;
  return { value: code, code, declined: code !== 'Ok' };
}

interface Order {
  readonly templateId: string;
  readonly parameters: readonly string[];
}

async function send(config: TencentSms, needs: UpstreamNeeds, [phone, { templateId, parameters }]: readonly [string, Order]): Promise<void> {
  const body = JSON.stringify({
    PhoneNumberSet: [`+86${phone}`],
    SmsSdkAppId: config.sdkAppId,
    SignName: config.signName,
    TemplateId: templateId,
    TemplateParamSet: parameters,
  });
  const timestamp = Math.floor(needs.now().getTime() / 1000);
  const headers = {
    ...tc3Headers(config, { service: 'sms', url: config.url, body, timestamp }),
    'x-tc-action': 'SendSms',
    'x-tc-version': '2021-01-11',
    'x-tc-region': config.region,
  };
  const result = await ask(needs, { upstream: 'sms', call: 'SendSms', url: config.url, method: 'POST', headers, body }, codeIn);
  if (result !== 'Ok') throw LIMITS[result]?.() ?? new Refusal('UPSTREAM_BUSY');
}

/** SendSms 2021-01-11. */
export const tencentSmsAt = (config: TencentSms, needs: UpstreamNeeds): Sms => ({
  sendCode: (phone, code) => send(config, needs, [phone, { templateId: config.templateId, parameters: [code, MINUTES] }]),
  async sendNotice(phone, { at, what }) {
    if (config.noticeTemplateId === undefined) throw new Refusal('NOTICE_NOT_TAKEN');
    await send(config, needs, [phone, { templateId: config.noticeTemplateId, parameters: [at, what] }]).catch((error: unknown) => {
      throw noticeRefusal(error);
    });
  },
});
