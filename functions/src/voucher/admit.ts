import { type Clock, isWeakPin, Refusal } from '@yibao/shared';
import type { Trail } from '../audit/trail';
import type { Put } from '../aws/table';
import { arrivalDeed } from './arrival';
import { checkPin, type PinNeeds } from './check-pin';
import { newPin } from './pin-row';
import type { Lock } from './lock';
import type { Vouchers } from './store';
import { bindingFor, type Newcomer } from './voucher';

export interface Admission {
  readonly person: { readonly name: string; readonly idNumber: string; readonly phone?: string | undefined };
  readonly region: string;
  readonly newcomer: Newcomer;
  readonly consents: string;
  readonly pin: string;
}

export interface AdmissionNeeds extends PinNeeds {
  readonly vouchers: Pick<Vouchers, 'ofPerson' | 'lockOf' | 'find' | 'seatsOf' | 'issuing' | 'binding' | 'pinOf' | 'keepPin'>;
  readonly trail: Pick<Trail, 'begun' | 'telling'>;
  readonly newVoucherId: () => string;
  readonly now: Clock;
}

async function first({ person, region, newcomer, pin, consents }: Admission, lock: Lock, needs: AdmissionNeeds): Promise<readonly Put[]> {
  const { name, idNumber, phone } = person;
  if (isWeakPin(pin, { idNumber, ...(phone === undefined ? {} : { phone }) })) throw new Refusal('PIN_WEAK');
  const now = needs.now();
  const voucherId = needs.newVoucherId();
  const voucher = { voucherId, name, idNumber, region, activatedAt: now.toISOString() };
  const { head, put } = needs.trail.begun(arrivalDeed('voucher.activated', voucher, { newcomer, consents, now }));
  const issue = {
    pin: newPin(voucherId, await needs.pinHasher.hash(pin, voucherId)),
    binding: bindingFor(newcomer, voucherId, now),
    was: await needs.vouchers.seatsOf(newcomer.account, voucherId),
    head,
    lock,
  };
  return [...needs.vouchers.issuing(voucher, issue), put];
}

async function further(voucherId: string, { newcomer, pin, consents }: Admission, needs: AdmissionNeeds): Promise<readonly Put[]> {
  await checkPin({ voucherId, pin, by: newcomer }, needs);
  const voucher = await needs.vouchers.find(voucherId);
  if (!voucher) throw new Error('a lock without voucher');
  const was = await needs.vouchers.seatsOf(newcomer.account, voucherId);
  const now = needs.now();
  const told = await needs.trail.telling(arrivalDeed('voucher.bound', voucher, { newcomer, consents, now }));
  return [...told, ...needs.vouchers.binding(bindingFor(newcomer, voucherId, now), was)];
}

/** How the activation gets its voucher: rows to be written together with its own last step. */
export const admissionsWith = (needs: AdmissionNeeds) => ({
  exists: async (idNumber: string) => (await needs.vouchers.ofPerson(idNumber)) !== undefined,
  /** Throws PIN_WEAK for a new voucher; PIN_WRONG or PIN_LOCKED where the person has one already (ACT-3). */
  async admit(admission: Admission): Promise<readonly Put[]> {
    const lock = await needs.vouchers.lockOf(admission.person.idNumber);
    return lock.voucherId === undefined ? first(admission, lock, needs) : further(lock.voucherId, admission, needs);
  },
});

export type Admissions = ReturnType<typeof admissionsWith>;
