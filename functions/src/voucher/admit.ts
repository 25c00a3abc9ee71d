import { type Channel, type Clock, isWeakPin, Refusal } from '@yibao/shared';
import type { Deed } from '../audit/entry';
import type { Trail } from '../audit/trail';
import { type Put, unlessWritten } from '../aws/table';
import { arrivalDeed } from './arrival';
import { arrivingPin, type ArrivingPinNeeds, pinAskedOf } from './arriving-pin';
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

interface ArrivingPhone {
  readonly voucherId: string;
  readonly account: string;
  readonly channel: Channel;
  readonly phone: string;
}

/** The phone number that comes with a channel. Both throw PHONE_TAKEN where another person has it. */
interface PhoneNeeds {
  requireFree(phone: string, voucherId: string | undefined): Promise<void>;
  arriving(arriving: ArrivingPhone): Promise<{ readonly puts: readonly Put[]; readonly deeds: readonly Deed[] }>;
}

export interface AdmissionNeeds extends ArrivingPinNeeds {
  readonly vouchers: Pick<Vouchers, 'ofPerson' | 'lockOf' | 'find' | 'seatsOf' | 'issuing' | 'binding' | 'pinOf' | 'keepPin' | 'pinSeatOf' | 'choosing'>;
  readonly trail: Pick<Trail, 'begun' | 'tellingAll' | 'telling'>;
  readonly phones: PhoneNeeds;
  readonly newVoucherId: () => string;
  readonly now: Clock;
}

async function phoneWith({ person: { phone }, newcomer: { account, channel } }: Admission, voucherId: string, { phones }: AdmissionNeeds): ReturnType<PhoneNeeds['arriving']> {
  return phone === undefined ? { puts: [], deeds: [] } : phones.arriving({ voucherId, account, channel, phone });
}

async function first(admission: Admission, lock: Lock, needs: AdmissionNeeds): Promise<readonly Put[]> {
  const { person: { name, idNumber, phone }, region, newcomer, pin, consents } = admission;
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
  return [...needs.vouchers.issuing(voucher, issue), put, ...(await phoneWith(admission, voucherId, needs)).puts];
}

async function further(voucherId: string, admission: Admission, needs: AdmissionNeeds): Promise<readonly Put[]> {
  const { newcomer, consents, region } = admission;
  const voucher = await needs.vouchers.find(voucherId);
  if (!voucher) throw new Error('a lock without voucher');
  const pin = await arrivingPin(voucher, admission, needs);
  const was = await needs.vouchers.seatsOf(newcomer.account, voucherId);
  const now = needs.now();
  const phone = await phoneWith(admission, voucherId, needs);
  const bound = pin.isReturn ? { ...voucher, region } : voucher;
  const told = await needs.trail.tellingAll([arrivalDeed('voucher.bound', bound, { newcomer, consents, now }), ...phone.deeds], (row) => ({ ...row, region: bound.region }));
  return [...unlessWritten(told, voucher.version), ...pin.puts, ...phone.puts, ...needs.vouchers.binding(bindingFor(newcomer, voucherId, now), was)];
}

/** How the activation gets its voucher: rows to be written together with its own last step. */
export const admissionsWith = (needs: AdmissionNeeds) => ({
  /** Whether the PIN is asked because another channel is bound, or chosen. */
  exists: pinAskedOf(needs),
  /** Throws PHONE_TAKEN where another person has the number. */
  async requireFreePhone({ idNumber, phone }: { readonly idNumber: string; readonly phone: string }): Promise<void> {
    await needs.phones.requireFree(phone, await needs.vouchers.ofPerson(idNumber));
  },
  /** Throws PHONE_TAKEN; PIN_WEAK for a new PIN; PIN_WRONG or PIN_LOCKED where the person has one already (ACT-3). */
  async admit(admission: Admission): Promise<readonly Put[]> {
    const lock = await needs.vouchers.lockOf(admission.person.idNumber);
    return lock.voucherId === undefined ? first(admission, lock, needs) : further(lock.voucherId, admission, needs);
  },
});
