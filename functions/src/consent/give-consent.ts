import { AGREEMENTS, type Clock, type giveConsent as endpoint, type Output, Refusal } from '@yibao/shared';
import { untilUndisturbed } from '../aws/table';
import type { Call } from '../http/call';
import { given, holding, viewOf } from './consent';
import { type TellingNeeds, toldOf } from './consent-deed';
import type { Consents } from './store';

export interface Needs extends TellingNeeds {
  readonly consents: Consents;
  readonly now: Clock;
}

export function giveConsent({ caller, input: { purpose, version } }: Call<typeof endpoint>, needs: Needs): Promise<Output<typeof endpoint>> {
  if (version !== AGREEMENTS[purpose].version) throw new Refusal('AGREEMENT_OUTDATED', { version: AGREEMENTS[purpose].version });
  return untilUndisturbed(async () => {
    const before = await needs.consents.of(caller.account);
    if (holding(before, purpose)) return { consents: viewOf(before) };
    const now = needs.now();
    const record = given({ ...caller, purpose }, before, now);
    const told = await toldOf(caller, { type: 'consent.given', record, now }, needs);
    await needs.consents.write([...told, needs.consents.putOf(record, 'absent')]);
    return { consents: viewOf([...before, record]) };
  });
}
