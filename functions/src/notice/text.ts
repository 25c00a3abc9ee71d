import type { VoucherEvent } from '../events';
import type { Pushed } from '../pushed/once';
import { taken } from '../pushed/taken';
import type { Sms } from '../upstream/ports';
import { type Notice, noticeOf } from './notice';

export interface TextNeeds {
  readonly pushed: Pushed;
  readonly numbers: {
    /** The number at which the holder is reached instead of an account: that of its binding, also one that ended with the event, else of another. */
    near(voucherId: string, account: string): Promise<string | undefined>;
    /** The number that a binding had until this moment. */
    until(voucherId: string, account: string, endedAt: string): Promise<string | undefined>;
  };
  /** A keyed digest by which a number is remembered. */
  readonly digestOf: (phone: string) => string;
  readonly sms: Pick<Sms, 'sendNotice'>;
}

/** Several channels fall back to one number: it gets one text message of an event. */
const byText = (event: VoucherEvent, { notice, phone }: { readonly notice: Notice; readonly phone: string }, { pushed, digestOf, sms }: TextNeeds) =>
  pushed.once(event, { kind: 'text', of: digestOf(phone) }, async () => ((await taken(sms.sendNotice(phone, notice.sms))) ? 'sms' : 'nobody'));

/** Who cannot be told at all is remembered, too, and not tried for ever. */
const text = async (event: VoucherEvent, find: (needs: TextNeeds) => Promise<string | undefined>, needs: TextNeeds) => {
  const notice = noticeOf(event);
  const phone = await find(needs);
  return notice && phone !== undefined ? byText(event, { notice, phone }, needs) : 'nobody';
};

/** Tells an account that took no message of its platform. */
export async function textInstead(event: VoucherEvent, account: string, needs: TextNeeds): Promise<void> {
  await needs.pushed.once(event, { kind: 'notice', of: account }, () => text(event, ({ numbers }) => numbers.near(event.voucherId, account), needs));
}

/** Tells the number that an account had until the event. */
export async function textFormerNumber(event: VoucherEvent, account: string, needs: TextNeeds): Promise<void> {
  await needs.pushed.once(event, { kind: 'notice', of: `${account}#former` }, () => text(event, ({ numbers }) => numbers.until(event.voucherId, account, event.at), needs));
}
