import type { Channel } from '@yibao/shared';
import type { VoucherEvent } from '../events';
import type { Pushed } from '../pushed/once';
import { taken } from '../pushed/taken';
import type { Messages, Sms } from '../upstream/ports';
import { type Notice, noticeOf, type Seat } from './notice';

export interface Addressee extends Seat {
  /** The platform's name of the account, as long as it is known. */
  readonly openId: string | undefined;
}

export interface TellNeeds {
  readonly pushed: Pushed;
  /** All channels of a voucher, those that ended within a day, too. */
  readonly addressees: { of(voucherId: string): Promise<readonly Addressee[]> };
  readonly numbers: {
    /** The number at which the holder is reached instead of an account: that of its binding, also one that ended with the event, else of another. */
    near(voucherId: string, account: string): Promise<string | undefined>;
    /** The number that a binding had until this moment. */
    until(voucherId: string, account: string, endedAt: string): Promise<string | undefined>;
  };
  readonly messages: Readonly<Record<Channel, Messages>>;
  readonly sms: Pick<Sms, 'sendNotice'>;
}

/** One event on its way to all who are told; a number that several channels fall back to gets one text message. */
function teller(event: VoucherEvent, notice: Notice, needs: TellNeeds) {
  const texted = new Map<string, Promise<boolean>>();
  const text = (phone: string) => {
    const sent = texted.get(phone) ?? taken(needs.sms.sendNotice(phone, notice.sms));
    texted.set(phone, sent);
    return sent;
  };
  const byText = async (phone: string | undefined) => (phone !== undefined && (await text(phone)) ? 'sms' : 'nobody');
  const reach = async ({ account, channel, openId }: Addressee) => {
    if (openId !== undefined && (await taken(needs.messages[channel].send(openId, notice.message)))) return channel;
    return byText(await needs.numbers.near(event.voucherId, account));
  };
  return {
    channel: (addressee: Addressee) => needs.pushed.once(event, { kind: 'notice', of: addressee.account }, () => reach(addressee)),
    formerNumber: (account: string) =>
      needs.pushed.once(event, { kind: 'notice', of: `${account}#former` }, async () => byText(await needs.numbers.until(event.voucherId, account, event.at))),
  };
}

/**
 * Tells the holder of an event in every channel that it concerns: by the platform's message where the holder allowed it, else by text message.
 * Who could not be told because something failed is told at the next delivery; the others are not told again.
 */
export async function tell(event: VoucherEvent, needs: TellNeeds): Promise<void> {
  const notice = noticeOf(event);
  if (!notice) return;
  const by = teller(event, notice, needs);
  const channels = (await needs.addressees.of(event.voucherId)).filter(notice.to).map(by.channel);
  const settled = await Promise.allSettled([...channels, ...(notice.formerNumberOf === undefined ? [] : [by.formerNumber(notice.formerNumberOf)])]);
  for (const one of settled) if (one.status === 'rejected') throw one.reason;
}
