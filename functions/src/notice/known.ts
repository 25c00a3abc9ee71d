import type { OwnSettlement } from '@yibao/shared';
import type { Settlements } from './store';

/** Results of settlements as other rooms may have them: to export them. */
export const settlementsKnown = ({ settlements }: { readonly settlements: Pick<Settlements, 'of'> }) => ({
  of: async (voucherId: string): Promise<readonly OwnSettlement[]> =>
    (await settlements.of(voucherId)).map(({ at, outcome, institution, total, fund, own, channel }) => ({ at, outcome, institution, total, fund, own, ...(channel === undefined ? {} : { channel }) })),
});
