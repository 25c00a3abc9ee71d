import { type Activation, type Clock, type Consent, type exportData as endpoint, maskIdNumber, maskName, type Output, type TrailEntry, type Use } from '@yibao/shared';
import type { Entry } from '../audit/entry';
import type { Call } from '../http/call';

interface HolderData {
  readonly voucher: { readonly voucherId: string; readonly name: string; readonly idNumber: string; readonly region: string; readonly activatedAt: string };
  readonly bindings: readonly Output<typeof endpoint>['bindings'][number][];
  readonly uses: readonly Use[];
  readonly trail: readonly Entry[];
}

export interface Needs {
  readonly holders: { dataOf(account: string): Promise<HolderData | undefined> };
  readonly progress: { viewOf(account: string): Promise<Activation> };
  readonly consented: { viewOf(account: string): Promise<Consent[]> };
  readonly now: Clock;
}

/** An entry without what names accounts and keys. */
const told = ({ no, event, actor, reason, before, after }: Entry): TrailEntry => ({
  no,
  at: event.at,
  what: event.type,
  by: actor.kind,
  channel: event.channel,
  reason,
  ...(before ? { before } : {}),
  ...(after ? { after } : {}),
});

const masked = ({ name, idNumber, ...voucher }: HolderData['voucher']) => ({ ...voucher, name: maskName(name), idNumber: maskIdNumber(idNumber) });

export async function exportData({ caller }: Call<typeof endpoint>, needs: Needs): Promise<Output<typeof endpoint>> {
  const found = await needs.holders.dataOf(caller.account);
  return {
    exportedAt: needs.now().toISOString(),
    ...(found ? { voucher: masked(found.voucher) } : {}),
    bindings: [...(found?.bindings ?? [])],
    activation: await needs.progress.viewOf(caller.account),
    consents: await needs.consented.viewOf(caller.account),
    uses: [...(found?.uses ?? [])],
    trail: (found?.trail ?? []).map(told),
  };
}
