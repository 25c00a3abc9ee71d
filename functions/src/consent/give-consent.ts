import { type AgreementPurpose, AGREEMENTS, type Clock, type giveConsent as endpoint, isPresentText, type Output, Refusal } from '@yibao/shared';
import { untilUndisturbed } from '../aws/table';
import type { Call } from '../http/call';
import { type ConsentRecord, given, holding, viewOf } from './consent';
import { type TellingNeeds, toldOf } from './consent-deed';
import type { Consents } from './store';

export interface Needs extends TellingNeeds {
  readonly consents: Consents;
  readonly now: Clock;
}

/** False where the service agreement belongs to an activation: nothing of it was agreed to, or that was withdrawn. */
const isOpenTo = (before: readonly ConsentRecord[], purpose: AgreementPurpose) => purpose !== 'service' || before.some((record) => record.purpose === 'service' && record.withdrawnAt === undefined);

/** Throws AGREEMENT_OUTDATED, and STEP_OUT_OF_ORDER where an activation comes first. */
export function giveConsent({ caller, input: { purpose, version } }: Call<typeof endpoint>, needs: Needs): Promise<Output<typeof endpoint>> {
  if (!isPresentText(purpose, version)) throw new Refusal('AGREEMENT_OUTDATED', { version: AGREEMENTS[purpose].version });
  return untilUndisturbed(async () => {
    const before = await needs.consents.of(caller.account);
    if (holding(before, purpose)) return { consents: viewOf(before) };
    if (!isOpenTo(before, purpose)) throw new Refusal('STEP_OUT_OF_ORDER');
    const now = needs.now();
    const record = given({ ...caller, purpose }, before, now);
    const told = await toldOf(caller, { type: 'consent.given', record, now }, needs);
    await needs.consents.write([...told, needs.consents.putOf(record, 'absent')]);
    return { consents: viewOf([...before, record]) };
  });
}
