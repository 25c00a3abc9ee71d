import { type confirmPhone as endpoint, type Output } from '@yibao/shared';
import { untilUndisturbed } from '../aws/table';
import type { Call } from '../http/call';
import { requireRight } from '../sms/send-code';
import { tried } from '../sms/sent-code';
import { advanced, hasPassed, noted, requireStep } from './activation';
import type { SmsNeeds } from './send-sms';
import { known, takeStep } from './take-step';

export interface ConfirmNeeds extends SmsNeeds {
  readonly admissions: SmsNeeds['admissions'] & {
    /** Throws PHONE_TAKEN where another person has the number. */
    requireFreePhone(person: { readonly idNumber: string; readonly phone: string }): Promise<void>;
  };
}

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

/** Whether somebody else has the number is told only to who has proven to have it, too. */
export async function confirmPhone({ caller, input }: Call<typeof endpoint>, needs: ConfirmNeeds): Promise<Output<typeof endpoint>> {
  const given = await count(caller.account, needs);
  if (given) requireRight(given, { account: caller.account, digits: input.code }, needs);
  return takeStep('phone', {
    caller,
    async act({ sms, ...progress }) {
      await needs.admissions.requireFreePhone({ idNumber: progress.idNumber!, phone: progress.phone! });
      return advanced(progress, needs.now());
    },
  }, needs);
}
