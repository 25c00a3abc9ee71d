import { type Output, Refusal, type seePhone as endpoint } from '@yibao/shared';
import { untilUndisturbed } from '../aws/table';
import type { Call } from '../http/call';
import type { Alipay } from '../upstream/ports';
import type { Changes } from './change-store';
import { seenNow } from './guide';
import { boundOf, type StateNeeds, stateOf } from './state';

export interface SeeNeeds extends StateNeeds {
  readonly alipay: Pick<Alipay, 'phoneIn'>;
  readonly changes: Pick<Changes, 'of' | 'guideOf' | 'guidePut' | 'write'>;
}

/** Which number the Alipay account has now, and with that which of the three steps are done (PHO-2). */
export async function seePhone({ caller, input }: Call<typeof endpoint>, needs: SeeNeeds): Promise<Output<typeof endpoint>> {
  const { account } = caller;
  const phone = needs.alipay.phoneIn(input.packet);
  await untilUndisturbed(async () => {
    const bound = await boundOf(account, needs);
    const { value: guide, was } = await needs.changes.guideOf(account);
    const next = seenNow(guide, { account, phone, bound, now: needs.now() });
    if (!next) throw new Refusal('VOUCHER_NOT_FOUND');
    if (next !== guide) await needs.changes.write([needs.changes.guidePut(next, was, needs.now())]);
  });
  return stateOf(caller, needs);
}
