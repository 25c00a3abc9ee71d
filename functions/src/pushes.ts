import type { Key } from './aws/table';
import type { Errand, Post } from './errand/errand';
import type { EventRows } from './errand/events-in';
import type { Event, EventOf } from './events';
import { type AddresseeNeeds, told } from './notice/tell';
import { wisher } from './region/tell-wisher';
import { type CardHolderNeeds, cardsToClose } from './wallet/close-cards';
import { passToIssue } from './wallet/issue-pass';
import { passesToUpdate } from './wallet/update-pass';

export interface PushNeeds extends AddresseeNeeds, CardHolderNeeds {
  readonly events: EventRows;
  readonly post: Post;
}

type Sent = readonly Errand[] | Promise<readonly Errand[]>;

type Push<T extends Event['type']> = (event: EventOf<T>, needs: PushNeeds) => Sent;

type Pushes = { readonly [T in Event['type']]: readonly Push<T>[] };

/**
 * What the platforms are told because of what happened: who goes on which errand. It runs beside the reactions, from the same stream; the
 * errands are done by couriers, each way at its own pace (couriers.ts).
 */
const PUSHES: Pushes = {
  'voucher.activated': [],
  'voucher.bound': [told],
  'code.refused': [told],
  'settlement.notified': [told],
  'voucher.redeemed': [],
  'pin.locked': [told, passesToUpdate],
  'pin.changed': [told, passesToUpdate],
  'seed.moved': [told],
  'consent.given': [],
  'consent.withdrawn': [],
  'account.closed': [told, cardsToClose],
  'binding.closed': [told, cardsToClose],
  'unbinding.refused': [],
  'hotline.acted': [],
  'phone.changed': [told],
  'wallet.asked': [passToIssue],
  'region.opened': [],
  'wish.granted': [wisher],
};

/** Leaves the errands of an event with the post. An event that comes again leaves them again; couriers know what was done. */
export const pushFor = (needs: PushNeeds) => async (event: Event, key: Key) => {
  const following = PUSHES[event.type] as readonly ((event: Event, needs: PushNeeds) => Sent)[];
  const errands = (await Promise.all(following.map(async (push) => push(event, needs)))).flat();
  if (errands.length === 0) return;
  const kept = await needs.events.lasting(event, key);
  await needs.post.leave(errands.map((errand) => ({ ...errand, event: kept })));
};
