import { type awaitOpening as endpoint, type Clock, type Output, Refusal } from '@yibao/shared';
import { untilUndisturbed } from '../aws/table';
import type { Call } from '../http/call';
import type { RegionRules } from './region';
import type { Regions } from './store';
import { counting } from './wish';
import type { Wishes } from './wish-store';

export interface Needs {
  readonly regions: Pick<Regions, 'find'>;
  readonly wishes: Pick<Wishes, 'of' | 'keep' | 'grant'>;
  readonly now: Clock;
}

async function known(regions: Needs['regions'], code: string): Promise<RegionRules> {
  const region = await regions.find(code);
  if (!region) throw new Refusal('REGION_NOT_YOURS');
  return region;
}

/** The region is looked at again after the wish is kept: it may have opened, and its wishes been granted, in between. */
export function awaitOpening({ caller, input }: Call<typeof endpoint>, { regions, wishes, now }: Needs): Promise<Output<typeof endpoint>> {
  const { account, channel, openId } = caller;
  return untilUndisturbed(async () => {
    const at = now().toISOString();
    const wish = counting(await wishes.of(input.region, account), await known(regions, input.region));
    if (!wish) await wishes.keep({ region: input.region, account, channel, openId, askedAt: at });
    const { open, name } = await known(regions, input.region);
    if (open) await wishes.grant({ type: 'region.opened', region: input.region, name, at }, account);
    return { askedAt: wish?.askedAt ?? at };
  });
}
