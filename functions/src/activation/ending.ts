import type { Clock } from '@yibao/shared';
import type { Put } from '../aws/table';
import { ended } from './activation';
import type { Activations } from './store';
import { known, type StepNeeds } from './take-step';
import { viewOf } from './view';

/** How an account's closing ends its activation, so that it may begin again. */
export const activationEndings = ({ activations, now }: { readonly activations: Activations; readonly now: Clock }) => ({
  async ending(account: string): Promise<readonly Put[]> {
    const stored = await activations.of(account);
    if (!stored) return [];
    const { version, ...progress } = stored;
    return [activations.putOf(ended(progress, now()), version)];
  },
});

/** Where an account's activation stands, for rooms that show or export it. */
export const activationViews = (needs: Pick<StepNeeds, 'activations' | 'regions' | 'admissions' | 'now'>) => ({
  viewOf: async (account: string) => viewOf((await known(account, needs)).progress, needs),
});
