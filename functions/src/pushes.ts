import type { Event, EventOf } from './events';
import { tell, type TellNeeds } from './notice/tell';
import { tellWisher, type WisherNeeds } from './region/tell-wisher';
import { closeCards, type CloseNeeds } from './wallet/close-cards';
import { issuePass, type IssueNeeds } from './wallet/issue-pass';

export type PushNeeds = TellNeeds & WisherNeeds & IssueNeeds & CloseNeeds;

type Push<T extends Event['type']> = (event: EventOf<T>, needs: PushNeeds) => Promise<void>;

type Pushes = { readonly [T in Event['type']]: readonly Push<T>[] };

/**
 * What the platforms are told because of what happened. It runs beside the reactions, from the same stream, so that a slow platform holds
 * up nothing of our own. Each push goes through `pushed.once`, because events are delivered again.
 */
export const PUSHES: Pushes = {
  'voucher.activated': [],
  'voucher.bound': [tell],
  'code.refused': [tell],
  'settlement.notified': [tell],
  'voucher.redeemed': [],
  'pin.locked': [tell],
  'pin.changed': [tell],
  'seed.moved': [tell],
  'consent.given': [],
  'consent.withdrawn': [],
  'account.closed': [tell, closeCards],
  'binding.closed': [tell, closeCards],
  'hotline.acted': [],
  'phone.changed': [tell],
  'wallet.asked': [issuePass],
  'region.opened': [],
  'wish.granted': [tellWisher],
};

/** All pushes of an event are tried; then the first failure is thrown, so that what failed comes again. */
export const pushFor = (needs: PushNeeds) => async (event: Event) => {
  const following = PUSHES[event.type] as readonly ((event: Event, needs: PushNeeds) => Promise<void>)[];
  const settled = await Promise.allSettled(following.map((push) => push(event, needs)));
  for (const one of settled) if (one.status === 'rejected') throw one.reason;
};
