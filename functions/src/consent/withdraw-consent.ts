import { type AgreementPurpose, type Closing, type Output, type withdrawConsent as endpoint } from '@yibao/shared';
import { untilUndisturbed } from '../aws/table';
import type { Call, Citizen } from '../http/call';
import { viewOf, withdrawn } from './consent';
import { toldOf } from './consent-deed';
import type { Needs as GivingNeeds } from './give-consent';

export interface Needs extends GivingNeeds {
  /** Without the service agreement there is no account. */
  readonly closing: { close(caller: Citizen): Promise<Closing> };
}

const withdrawOne = (caller: Citizen, purpose: AgreementPurpose, needs: Needs) =>
  untilUndisturbed(async () => {
    const open = (await needs.consents.of(caller.account)).filter((record) => record.purpose === purpose && record.withdrawnAt === undefined);
    const last = open.at(-1);
    if (!last) return;
    const now = needs.now();
    const told = await toldOf(caller, { type: 'consent.withdrawn', record: last, now }, needs);
    await needs.consents.write([...told, ...open.map(({ version, ...record }) => needs.consents.putOf(withdrawn(record, now), version))]);
  });

/** Withdraws one consent (撤回); every other stays as it is, but without the service agreement the account is closed. */
export async function withdrawConsent({ caller, input: { purpose } }: Call<typeof endpoint>, needs: Needs): Promise<Output<typeof endpoint>> {
  const answer = async () => ({ consents: viewOf(await needs.consents.of(caller.account)) });
  if (purpose === 'service') {
    const closing = await needs.closing.close(caller);
    return { ...(await answer()), closing };
  }
  await withdrawOne(caller, purpose, needs);
  return answer();
}
