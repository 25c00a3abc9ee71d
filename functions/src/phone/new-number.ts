import { type Output, Refusal, type sendPhoneCode as endpoint } from '@yibao/shared';
import type { Call } from '../http/call';
import { type CodeNeeds, sendCode } from '../sms/send-code';
import type { WeChat } from '../upstream/ports';
import { begun, type Change } from './change';
import type { Changes, Kept } from './change-store';
import { boundOf, type StateNeeds, stateOf } from './state';

export interface NewNumberNeeds extends StateNeeds, CodeNeeds {
  readonly wechat: Pick<WeChat, 'phoneOf'>;
  readonly changes: Pick<Changes, 'of' | 'guideOf' | 'putOf' | 'write'>;
}

/** As WeChat tells it, as typed, or that of before, to which another code is sent. */
async function numberIn({ caller, input }: Call<typeof endpoint>, before: Change | undefined, { wechat }: NewNumberNeeds): Promise<string> {
  if (input.code !== undefined) return wechat.phoneOf(input.code, { openId: caller.openId });
  const phone = input.phone ?? before?.phone;
  if (phone === undefined) throw new Refusal('REQUEST_MALFORMED', {}, [{ field: 'phone', remedy: '请填写11位手机号' }]);
  return phone;
}

async function send({ account, phone }: { account: string; phone: string }, { value: before, was }: Kept<Change>, needs: NewNumberNeeds): Promise<void> {
  const { changes, now } = needs;
  const after = was === 'absent' ? 1 : was + 1;
  const none = before ?? { account, code: { digest: '', sentAt: new Date(0).toISOString(), expiresAt: new Date(0).toISOString(), tries: 0 } };
  await sendCode(
    {
      account,
      phone,
      before: before?.doneAt === undefined ? before?.code : undefined,
      keep: (code) => changes.write([changes.putOf(begun(account, phone, code), was, now())]),
      correct: (perhaps) => changes.write([changes.putOf(perhaps ? begun(account, phone, perhaps) : none, after, now())]),
    },
    needs,
  );
}

/**
 * Sends a code to the new number. WeChat's own number gets one, too: WeChat does not promise that its check of a number is of today.
 * Whether somebody else has the number is not told here.
 */
export async function sendPhoneCode(call: Call<typeof endpoint>, needs: NewNumberNeeds): Promise<Output<typeof endpoint>> {
  const { account, channel } = call.caller;
  if (channel === 'alipay') throw new Refusal('PHONE_BY_ALIPAY');
  const bound = await boundOf(account, needs);
  if (!bound) throw new Refusal('VOUCHER_NOT_FOUND');
  const kept = await needs.changes.of(account);
  const phone = await numberIn(call, kept.value, needs);
  if (phone === bound.phone) throw new Refusal('PHONE_SAME');
  await send({ account, phone }, kept, needs);
  return stateOf(call.caller, needs);
}
