import type { Event, EventOf } from './events';
import { grantWishes, type GrantNeeds } from './region/grant-wishes';
import { recordUse } from './voucher/record-use';
import type { Uses } from './voucher/use-store';

export interface ReactionNeeds extends GrantNeeds {
  readonly uses: Pick<Uses, 'record'>;
}

type Reactions = { readonly [T in Event['type']]: readonly ((event: EventOf<T>, needs: ReactionNeeds) => Promise<void>)[] };

/** What follows from what happened. Read this page to know where a change goes next. */
const REACTIONS: Reactions = {
  'voucher.activated': [],
  'voucher.bound': [],
  'code.refused': [],
  'settlement.notified': [],
  'voucher.redeemed': [recordUse],
  'pin.locked': [],
  'pin.changed': [],
  'seed.moved': [],
  'consent.given': [],
  'consent.withdrawn': [],
  'account.closed': [],
  'binding.closed': [],
  'unbinding.refused': [],
  'hotline.acted': [],
  'phone.changed': [],
  'wallet.asked': [],
  'region.opened': [grantWishes],
  'wish.granted': [],
};

export const reactTo = (needs: ReactionNeeds) => async (event: Event) => {
  const following = REACTIONS[event.type] as readonly ((event: Event, needs: ReactionNeeds) => Promise<void>)[];
  for (const react of following) await react(event, needs);
};
