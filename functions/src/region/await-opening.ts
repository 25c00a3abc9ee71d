import { type awaitOpening as endpoint, type Clock, type Output, Refusal } from '@yibao/shared';
import { untilUndisturbed } from '../aws/table';
import type { Call } from '../http/call';
import type { Regions } from './store';

export interface Needs {
  readonly regions: Pick<Regions, 'find' | 'wishOf' | 'keepWish'>;
  readonly now: Clock;
}

export function awaitOpening({ caller, input }: Call<typeof endpoint>, { regions, now }: Needs): Promise<Output<typeof endpoint>> {
  return untilUndisturbed(async () => {
    if (!(await regions.find(input.region))) throw new Refusal('REGION_NOT_YOURS');
    const wish = await regions.wishOf(input.region, caller.account);
    if (wish) return { askedAt: wish.askedAt };
    const askedAt = now().toISOString();
    await regions.keepWish({ region: input.region, account: caller.account, askedAt });
    return { askedAt };
  });
}
