import { type confirmPhone as endpoint, type Output } from '@yibao/shared';
import { untilUndisturbed } from '../aws/table';
import type { Call } from '../http/call';
import { advanced, hasPassed, noted, requireStep } from './activation';
import type { SmsNeeds } from './send-sms';
import { tried, wrong } from './sms-code';
import { known, takeStep } from './take-step';

/** Notes the try; nothing to note where the step was passed already. */
const count = (account: string, needs: SmsNeeds) =>
  untilUndisturbed(async () => {
    const { progress, was } = await known(account, needs);
    if (progress && hasPassed(progress, 'phone')) return undefined;
    const current = requireStep(progress, 'phone');
    const sms = tried(current.sms, needs.now());
    await needs.activations.keep(noted(current, needs.now(), { sms }), was);
    return sms;
  });

export async function confirmPhone({ caller, input }: Call<typeof endpoint>, needs: SmsNeeds): Promise<Output<typeof endpoint>> {
  const given = await count(caller.account, needs);
  if (given && !needs.smsDigest.matches(`${caller.account}|${input.code}`, given.digest)) throw wrong(given);
  return takeStep('phone', { caller, act: ({ sms, ...progress }) => Promise.resolve(advanced(progress, needs.now())) }, needs);
}
