import { chinaDay, type Output, Refusal, type sendSms as endpoint } from '@yibao/shared';
import type { StampedDigest } from '../crypto/digest';
import type { Call } from '../http/call';
import type { Alipay, Sms } from '../upstream/ports';
import { noted, type Progress, requireStep } from './activation';
import { requirePause, resendAt, sent, SMS_A_DAY } from './sms-code';
import { known, type StepNeeds } from './take-step';
import { viewOf } from './view';

export interface SmsNeeds extends StepNeeds {
  readonly alipay: Pick<Alipay, 'phoneIn'>;
  readonly sms: Sms;
  /** Six random digits. */
  readonly newSmsCode: () => string;
  /** Over account and code, which is stored nowhere. */
  readonly smsDigest: StampedDigest;
}

/** The message is noted before it is sent, so that parallel requests send one; a message that could not be sent is taken back. */
async function sendOnce(next: Progress, { before, was, code }: { before: Progress; was: number | 'absent'; code: string }, needs: SmsNeeds): Promise<void> {
  await needs.activations.keep(next, was);
  try {
    await needs.sms.sendCode(next.phone!, code);
  } catch (error) {
    await needs.activations.keep(before, was === 'absent' ? 1 : was + 1);
    throw error;
  }
}

export async function sendSms({ caller, input }: Call<typeof endpoint>, needs: SmsNeeds): Promise<Output<typeof endpoint>> {
  const { progress, was } = await known(caller.account, needs);
  const before = requireStep(progress, 'phone');
  const now = needs.now();
  const phone = needs.alipay.phoneIn(input.packet);
  requirePause(before.sms, now);
  if ((await needs.activations.countTry(caller.account, 'sms', chinaDay(now))) > SMS_A_DAY) throw new Refusal('SMS_TOO_MANY');
  const code = needs.newSmsCode();
  const sms = sent(needs.smsDigest.make(`${caller.account}|${code}`), now);
  const next = noted(before, now, { phone, sms });
  await sendOnce(next, { before, was, code }, needs);
  return { activation: await viewOf(next, needs), resendAt: resendAt(sms) };
}
