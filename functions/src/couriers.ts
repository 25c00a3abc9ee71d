import type { Channel } from '@yibao/shared';
import type { Post, PostedErrand, Work } from './errand/errand';
import type { EventRows } from './errand/events-in';
import type { Event, EventOf, VoucherEvent } from './events';
import { tell, type TellNeeds } from './notice/tell';
import { textFormerNumber, textInstead, type TextNeeds } from './notice/text';
import { tellWisher, type WisherNeeds } from './region/tell-wisher';
import { closeCards } from './wallet/close-cards';
import { issuePass, type IssueNeeds } from './wallet/issue-pass';
import { updatePass } from './wallet/update-pass';

/** What a way does for an account because of an event. */
type Doing = (event: Event, errand: PostedErrand) => Promise<void>;

/** What a way can be sent for. */
export type Courier = Readonly<Partial<Record<Work, Doing>>>;

export interface ChannelNeeds extends Omit<TellNeeds, 'textInstead' | 'channel'>, WisherNeeds, IssueNeeds {
  readonly post: Post;
}

/** What is done with an account's card because of an event: issued, brought up to date, or taken out. */
function cardWork(event: Event, account: string, needs: ChannelNeeds): Promise<void> {
  if (event.type === 'wallet.asked') return issuePass(event, needs);
  if (event.type === 'pin.locked' || event.type === 'pin.changed') return updatePass(event, account, needs);
  return closeCards(event as EventOf<'binding.closed' | 'account.closed'>, account, needs);
}

/** A channel's courier: messages of the platform, and its wallet. */
export const channelCourier = (channel: Channel, needs: ChannelNeeds): Courier => ({
  notice: (event, errand) => tell(event as VoucherEvent, errand.account, { ...needs, channel, textInstead: (account) => needs.post.leave([{ ...errand, way: 'sms', account }]) }),
  card: (event, { account }) => cardWork(event, account, needs),
  opening: (event) => tellWisher(event as EventOf<'wish.granted'>, needs),
});

export const textCourier = (needs: TextNeeds): Courier => ({
  notice: (event, { account }) => textInstead(event as VoucherEvent, account, needs),
  'former-number': (event, { account }) => textFormerNumber(event as VoucherEvent, account, needs),
});

/** Does an errand, once however often it is handed over. An event whose row has disappeared concerns nobody any more. */
export const running = (courier: Courier, events: Pick<EventRows, 'at'>) => async (errand: PostedErrand): Promise<void> => {
  const work = courier[errand.work];
  if (!work) throw new Error(`${errand.way} is not sent for ${errand.work}`);
  const event = await events.at(errand.event);
  if (event) await work(event, errand);
};
