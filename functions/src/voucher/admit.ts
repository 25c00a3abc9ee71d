import { type Clock, isWeakPin, Refusal } from '@yibao/shared';
import type { Put } from '../aws/table';
import { checkPin, type PinNeeds } from './check-pin';
import { newPin } from './pin-row';
import type { Vouchers } from './store';
import { arrival, bindingFor, type Newcomer } from './voucher';

export interface Admission {
  readonly person: { readonly name: string; readonly idNumber: string; readonly phone?: string | undefined };
  readonly region: string;
  readonly newcomer: Newcomer;
  readonly pin: string;
}

export interface AdmissionNeeds extends PinNeeds {
  readonly vouchers: Pick<Vouchers, 'ofPerson' | 'find' | 'bindingOf' | 'issuing' | 'binding' | 'pinOf' | 'keepPin'>;
  readonly newVoucherId: () => string;
  readonly now: Clock;
}

async function first({ person, region, newcomer, pin }: Admission, needs: AdmissionNeeds): Promise<readonly Put[]> {
  const { name, idNumber, phone } = person;
  if (isWeakPin(pin, { idNumber, ...(phone === undefined ? {} : { phone }) })) throw new Refusal('PIN_WEAK');
  const now = needs.now();
  const voucherId = needs.newVoucherId();
  const voucher = { voucherId, name, idNumber, region, activatedAt: now.toISOString() };
  const hash = await needs.pinHasher.hash(pin, voucherId);
  return needs.vouchers.issuing(voucher, {
    pin: newPin(voucherId, hash),
    binding: bindingFor(newcomer, voucherId, now),
    event: arrival('voucher.activated', voucher, { newcomer, now }),
  });
}

async function further(voucherId: string, { newcomer, pin }: Admission, needs: AdmissionNeeds): Promise<readonly Put[]> {
  await checkPin({ voucherId, pin }, needs);
  const voucher = await needs.vouchers.find(voucherId);
  if (!voucher) throw new Error('a lock without voucher');
  const before = await needs.vouchers.bindingOf(newcomer.account);
  const now = needs.now();
  return needs.vouchers.binding(voucher, {
    binding: bindingFor(newcomer, voucherId, now),
    was: before?.version ?? 'absent',
    event: arrival('voucher.bound', voucher, { newcomer, now }),
  });
}

/** How the activation gets its voucher: rows to be written together with its own last step. */
export const admissionsWith = (needs: AdmissionNeeds) => ({
  exists: async (idNumber: string) => (await needs.vouchers.ofPerson(idNumber)) !== undefined,
  /** Throws PIN_WEAK for a new voucher; PIN_WRONG or PIN_LOCKED where the person has one already (ACT-3). */
  async admit(admission: Admission): Promise<readonly Put[]> {
    const voucherId = await needs.vouchers.ofPerson(admission.person.idNumber);
    return voucherId === undefined ? first(admission, needs) : further(voucherId, admission, needs);
  },
});

export type Admissions = ReturnType<typeof admissionsWith>;
