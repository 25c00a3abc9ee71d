import { type changePhone as endpoint, type Output, Refusal } from '@yibao/shared';
import type { Trail } from '../audit/trail';
import { type Put, untilUndisturbed } from '../aws/table';
import type { Call, Citizen } from '../http/call';
import { done, isDone, requireProven } from './change';
import type { Changes } from './change-store';
import { changeDeed, moving } from './moving';
import { boundOf, type StateNeeds, stateOf } from './state';
import type { Phones } from './store';

export interface ChangeNeeds extends StateNeeds {
  readonly phones: Phones;
  readonly changes: Pick<Changes, 'of' | 'guideOf' | 'putOf' | 'write'>;
  readonly trail: Pick<Trail, 'telling'>;
}

type Bound = NonNullable<Awaited<ReturnType<typeof boundOf>>>;

async function requireBound(account: string, needs: StateNeeds): Promise<Bound> {
  const bound = await boundOf(account, needs);
  if (!bound) throw new Refusal('VOUCHER_NOT_FOUND');
  return bound;
}

/** Undefined where it is done already. */
async function changing({ account, channel }: Citizen, bound: Bound, needs: ChangeNeeds): Promise<readonly Put[] | undefined> {
  const { value, was } = await needs.changes.of(account);
  if (isDone(value, bound.boundAt)) return undefined;
  const now = needs.now();
  const { change, phone } = requireProven(value, bound.boundAt, now);
  if (phone === bound.phone) throw new Refusal('PHONE_SAME');
  const next = { voucherId: bound.voucherId, account, channel, phone, since: now.toISOString() };
  const puts = await moving(next, bound, needs);
  const told = await needs.trail.telling(changeDeed(next, bound.held));
  return [...told, ...puts, needs.changes.putOf(done(change, now), was, now)];
}

/**
 * The proven number takes the place of the one before: binding, lock, audit entry and event in one transaction. The binding is looked at
 * again after the voucher's row was read: an unbinding writes that row, so it is either seen here or it disturbs the write.
 */
export async function changePhone({ caller }: Call<typeof endpoint>, needs: ChangeNeeds): Promise<Output<typeof endpoint>> {
  await untilUndisturbed(async () => {
    const puts = await changing(caller, await requireBound(caller.account, needs), needs);
    await requireBound(caller.account, needs);
    if (puts) await needs.changes.write(puts);
  });
  return stateOf(caller, needs);
}
