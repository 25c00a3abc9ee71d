import { type Clock, maskPhone, Refusal } from '@yibao/shared';
import { type Actor, byCitizen, type Deed } from '../audit/entry';
import type { Put } from '../aws/table';
import { type FormerPhone, formerOf, type HeldPhone, isTaken, joined, left } from './phone';
import type { Phones, Seat } from './store';

export interface MovingNeeds {
  readonly phones: Pick<Phones, 'lockOf' | 'held' | 'former' | 'locked'>;
  readonly now: Clock;
}

/** Throws PHONE_TAKEN where another person than the holder of this voucher has the number. */
export async function freeLock(phone: string, voucherId: string | undefined, { phones }: { readonly phones: Pick<Phones, 'lockOf'> }) {
  const lock = await phones.lockOf(phone);
  if (isTaken(lock.users, voucherId)) throw new Refusal('PHONE_TAKEN');
  return lock;
}

/** The number before ends at the moment of the event, by which whoever tells it finds it. */
async function leaving(held: HeldPhone, was: number | 'absent', { phones, now }: MovingNeeds): Promise<readonly Put[]> {
  const lock = await phones.lockOf(held.phone);
  const freed = lock.users ? phones.locked(lock, left(lock.users, [held.account]), now()) : [];
  return [phones.former(formerOf(held, now()), was), ...freed];
}

/** The rows by which a binding has another number, or its first. Throws PHONE_TAKEN. */
export async function moving(next: HeldPhone, { held, was }: Seat, needs: MovingNeeds): Promise<readonly Put[]> {
  const lock = await freeLock(next.phone, next.voucherId, needs);
  const gone = held && held.phone !== next.phone ? await leaving(held, was, { ...needs, now: () => new Date(next.since) }) : [];
  return [needs.phones.held(next, was), ...needs.phones.locked(lock, joined(lock.users, next), needs.now()), ...gone];
}

/** Both numbers as the audit trail and the event show them: masked. */
export function changeDeed({ voucherId, account, channel, phone, since }: HeldPhone, before: Pick<FormerPhone, 'phone'> | undefined, actor: Actor = byCitizen({ account, channel })): Deed {
  const masks = { after: maskPhone(phone), ...(before ? { before: maskPhone(before.phone) } : {}) };
  return {
    event: { type: 'phone.changed', voucherId, at: since, channel, account, ...masks },
    actor,
    reason: 'holder',
    ...(before ? { before: { phone: maskPhone(before.phone) } } : {}),
    after: { phone: masks.after },
  };
}
