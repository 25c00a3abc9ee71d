import { type Output, Refusal, type unbind as endpoint, type Unbinding } from '@yibao/shared';
import { Conflict, untilUndisturbed } from '../aws/table';
import type { Call, Citizen } from '../http/call';
import { chosen } from './binding';
import type { BindingEndings } from './ending';
import { doneBefore } from './note';
import { type RefusingNeeds, toldRefusal } from './refusing';
import type { Notes } from './store';

export interface Needs extends RefusingNeeds {
  readonly holders: { voucherOf(account: string): Promise<string | undefined> };
  readonly endings: BindingEndings;
  readonly notes: Pick<Notes, 'of'>;
}

function requireConfirmation({ steppedUp }: Citizen): void {
  if (!steppedUp.includes('unbind')) throw new Refusal('STEP_UP_REQUIRED', { action: 'unbind' });
}

/** What this account asked for or suffered before; `all` only while it is bound to nothing, for it may have been bound again. */
async function answeredBefore(binding: string, { account, voucherId }: { account: string; voucherId: string | undefined }, { notes }: Needs): Promise<Unbinding | undefined> {
  if (binding === 'all' && voucherId !== undefined) return undefined;
  const note = await notes.of(account);
  return note && doneBefore(note, binding);
}

async function ended({ caller, input: { binding, reason } }: Call<typeof endpoint>, voucherId: string, needs: Needs): Promise<Unbinding> {
  const { account, channel, device } = caller;
  const { unbinding, puts } = await needs.endings.ending({
    voucherId,
    reason,
    by: { kind: 'holder', account, channel, device },
    choose(seats) {
      if (!seats.some((seat) => seat.account === account)) throw new Conflict(undefined);
      const ending = chosen(seats, binding, caller);
      requireConfirmation(caller);
      return ending;
    },
  });
  await needs.closings.write(puts);
  return unbinding;
}

/**
 * The session that asked has ended with its binding, so whoever lost the answer signs in and asks again without a confirmation: what is done
 * is answered as it was. Of what is asked is judged first whether it can be done, so that nobody confirms in vain.
 */
export const unbind = (call: Call<typeof endpoint>, needs: Needs): Promise<Output<typeof endpoint>> =>
  untilUndisturbed(async () => {
    const { caller, input: { binding } } = call;
    const voucherId = await needs.holders.voucherOf(caller.account);
    const before = await answeredBefore(binding, { account: caller.account, voucherId }, needs);
    if (before) return before;
    if (voucherId === undefined) throw new Refusal('BINDING_NOT_FOUND');
    return ended(call, voucherId, needs).catch((error: unknown) => toldRefusal(error, { caller, voucherId, binding }, needs));
  });
