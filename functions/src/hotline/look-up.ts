import type { Clock, lookUp as endpoint, Output } from '@yibao/shared';
import type { Trail } from '../audit/trail';
import { type Put, untilUndisturbed } from '../aws/table';
import type { Call } from '../http/call';
import { deedOf } from './deed';
import { type HolderNeeds, holderState } from './holder-state';
import { countLookup, type LimitNeeds } from './lookup-limit';

export interface Needs extends HolderNeeds, LimitNeeds {
  readonly trail: Pick<Trail, 'telling'>;
  readonly told: { write(puts: readonly Put[]): Promise<void> };
  readonly now: Clock;
}

/** The holder's trail tells of the look-up before its outcome is answered. An ID number without voucher is answered alike: not found. */
export async function lookUp({ caller, input: { idNumber, caseNumber, reason } }: Call<typeof endpoint>, needs: Needs): Promise<Output<typeof endpoint>> {
  await countLookup(caller.id, needs);
  const voucherId = await needs.vouchers.ofPerson(idNumber);
  const holder = voucherId === undefined ? undefined : await holderState(voucherId, needs);
  if (voucherId === undefined || !holder) return { found: false };
  const deed = () => deedOf({ voucherId, act: 'looked-up', operator: caller.id, caseNumber, now: needs.now(), after: { for: reason } });
  await untilUndisturbed(async () => needs.told.write(await needs.trail.telling(deed())));
  return { found: true, holder };
}
