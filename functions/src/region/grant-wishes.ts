import type { EventOf } from '../events';
import type { Wishes } from './wish-store';

export interface GrantNeeds {
  readonly wishes: Pick<Wishes, 'grantAll'>;
}

/** A region has opened: every wish for it becomes an event of its own, so that each account is told, and told again where that failed, by itself (ACT-5a). */
export const grantWishes = (opened: EventOf<'region.opened'>, { wishes }: GrantNeeds): Promise<void> => wishes.grantAll(opened);
