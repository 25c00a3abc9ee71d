import type { Channel } from '@yibao/shared';
import type { Errand } from '../errand/errand';
import type { VoucherEvent } from '../events';
import type { Pushed } from '../pushed/once';
import { taken } from '../pushed/taken';
import type { Messages } from '../upstream/ports';
import { noticeOf, type Seat } from './notice';

export interface AddresseeNeeds {
  /** All channels of a voucher, those that ended within a day, too. */
  readonly addressees: { of(voucherId: string): Promise<readonly Seat[]> };
}

/** To whom an event is told, each by the way of its channel. */
export async function told(event: VoucherEvent, { addressees }: AddresseeNeeds): Promise<readonly Errand[]> {
  const notice = noticeOf(event);
  if (!notice) return [];
  const all = await addressees.of(event.voucherId);
  const channels = all.filter((seat) => notice.to(seat, all)).map(({ channel, account }): Errand => ({ way: channel, work: 'notice', account }));
  const numbers = (notice.formerNumbersOf ?? []).map((account): Errand => ({ way: 'sms', work: 'former-number', account }));
  return [...channels, ...numbers];
}

export interface TellNeeds {
  readonly channel: Channel;
  readonly pushed: Pushed;
  /** The platform's name of the account, as long as it is known. */
  readonly openIdOf: (voucherId: string, account: string) => Promise<string | undefined>;
  readonly messages: Messages;
  /** Leaves it to the way of text messages. */
  readonly textInstead: (account: string) => Promise<void>;
}

/** Tells an account by its platform's message; where it does not take any, the text messages go on. */
export async function tell(event: VoucherEvent, account: string, needs: TellNeeds): Promise<void> {
  const { pushed, messages, channel } = needs;
  const notice = noticeOf(event);
  if (!notice) return;
  await pushed.once(event, { kind: 'notice', of: account }, async () => {
    const openId = await needs.openIdOf(event.voucherId, account);
    if (openId !== undefined && (await taken(messages.send(openId, notice.message)))) return channel;
    await needs.textInstead(account);
    return undefined;
  });
}
