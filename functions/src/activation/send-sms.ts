import type { Output, sendSms as endpoint } from '@yibao/shared';
import type { Call } from '../http/call';
import { type CodeNeeds, sendCode } from '../sms/send-code';
import { resendAt } from '../sms/sent-code';
import type { Alipay } from '../upstream/ports';
import { noted, type Progress, requireStep } from './activation';
import { known, type StepNeeds } from './take-step';
import { viewOf } from './view';

export interface SmsNeeds extends StepNeeds, CodeNeeds {
  readonly alipay: Pick<Alipay, 'phoneIn'>;
}

export async function sendSms({ caller, input }: Call<typeof endpoint>, needs: SmsNeeds): Promise<Output<typeof endpoint>> {
  const { progress, was } = await known(caller.account, needs);
  const before = requireStep(progress, 'phone');
  const phone = needs.alipay.phoneIn(input.packet);
  let next: Progress = before;
  const code = await sendCode(
    {
      account: caller.account,
      phone,
      before: before.sms,
      async keep(sms) {
        next = noted(before, needs.now(), { phone, sms });
        await needs.activations.keep(next, was);
      },
      correct: (perhaps) => needs.activations.keep(perhaps ? noted(before, needs.now(), { phone, sms: perhaps }) : before, was === 'absent' ? 1 : was + 1),
    },
    needs,
  );
  return { activation: await viewOf(next, needs), resendAt: resendAt(code) };
}
