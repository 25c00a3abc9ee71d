import { type Origin, type Output, Refusal, type setPin as endpoint } from '@yibao/shared';
import { type Put, untilUndisturbed } from '../aws/table';
import type { Call, Citizen } from '../http/call';
import { finished, type Progress, requireStep, withoutPhone } from './activation';
import { known, type StepNeeds } from './take-step';
import { regionOf, viewOf } from './view';

interface Admission {
  readonly person: { readonly name: string; readonly idNumber: string; readonly phone: string | undefined };
  readonly region: string;
  readonly newcomer: Pick<Citizen, 'account' | 'openId' | 'channel' | 'device'> & { readonly origin: Origin | undefined; readonly deskFace: Progress['deskFace'] };
  /** Purpose and version of the texts agreed to, for the audit trail. */
  readonly consents: string;
  readonly pin: string;
}

export interface PinNeeds extends StepNeeds {
  readonly admissions: { exists(idNumber: string): Promise<boolean>; admit(admission: Admission): Promise<readonly Put[]> };
  readonly newReceipt: (now: Date) => string;
}

function admissionOf({ name, idNumber, phone, region, origin, deskFace }: Progress, { account, openId, channel, device }: Citizen, given: Pick<Admission, 'consents' | 'pin'>): Admission {
  return { person: { name: name!, idNumber: idNumber!, phone }, region: region!, newcomer: { account, openId, channel, device, origin, deskFace }, ...given };
}

/** Whose number went to somebody else since it was proven goes back to that step. */
const tellsOfPhone = (progress: Progress, was: number | 'absent', needs: PinNeeds) => async (error: unknown): Promise<never> => {
  if (error instanceof Refusal && error.code === 'PHONE_TAKEN') await needs.activations.keep(withoutPhone(progress, needs.now()), was);
  throw error;
};

/**
 * The last step and the voucher are written in one transaction. Whoever comes second, from another device or channel, finds the voucher
 * and is bound to it (ACT-3, ACT-10).
 */
export const setPin = ({ caller, input }: Call<typeof endpoint>, needs: PinNeeds): Promise<Output<typeof endpoint>> =>
  untilUndisturbed(async () => {
    const { progress, was } = await known(caller.account, needs);
    if (progress?.step === 'done') return viewOf(progress, needs);
    const current = requireStep(progress, 'pin');
    const region = await regionOf(current.region!, needs);
    if (!region.open) throw new Refusal('REGION_NOT_OPEN', { region: region.name });
    const admission = admissionOf(current, caller, { pin: input.pin, consents: await needs.consents.summary(caller.account) });
    const puts = await needs.admissions.admit(admission).catch(tellsOfPhone(current, was, needs));
    const now = needs.now();
    const next = finished(current, { receipt: needs.newReceipt(now), now });
    await needs.activations.keep(next, was, puts);
    return viewOf(next, needs);
  });
