import type { EventOf } from '../events';
import type { Uses } from './use-store';

/** Reaction: the holder's list of uses grows by one acceptance (CODE-9). */
export const recordUse = (event: EventOf<'voucher.redeemed'>, { uses }: { uses: Pick<Uses, 'record'> }) => uses.record(event);
