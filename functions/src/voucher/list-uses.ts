import { type Clock, type listUses as endpoint, type Output } from '@yibao/shared';
import type { Call } from '../http/call';
import { bindingOf, type HolderNeeds } from './holder';
import type { Uses } from './use-store';

export interface Needs extends HolderNeeds {
  readonly uses: Pick<Uses, 'of'>;
  readonly now: Clock;
}

export async function listUses({ caller, input }: Call<typeof endpoint>, needs: Needs): Promise<Output<typeof endpoint>> {
  const { voucherId } = await bindingOf(caller.account, needs);
  const uses = await needs.uses.of(voucherId);
  return { uses: uses.filter(({ at }) => at > (input.since ?? '')), serverTime: needs.now().toISOString() };
}
