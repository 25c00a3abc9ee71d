import { type Output, Refusal, type unbind as endpoint, type Unbinding } from '@yibao/shared';
import { Conflict, type Put, untilUndisturbed } from '../aws/table';
import type { Call, Citizen } from '../http/call';
import { chosen } from './binding';
import type { BindingEndings } from './ending';
import { doneBefore } from './note';
import type { Notes } from './store';

export interface Needs {
  readonly holders: { voucherOf(account: string): Promise<string | undefined> };
  readonly endings: BindingEndings;
  readonly notes: Pick<Notes, 'of'>;
  readonly closings: { write(puts: readonly Put[]): Promise<void> };
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

/**
 * The session that asked has ended with its binding, so whoever lost the answer signs in and asks again without a confirmation: what is done
 * is answered as it was. Of what is asked is judged first whether it can be done, so that nobody confirms in vain.
 */
export const unbind = ({ caller, input: { binding, reason } }: Call<typeof endpoint>, needs: Needs): Promise<Output<typeof endpoint>> =>
  untilUndisturbed(async () => {
    const { account, channel, device } = caller;
    const voucherId = await needs.holders.voucherOf(account);
    const before = await answeredBefore(binding, { account, voucherId }, needs);
    if (before) return before;
    if (voucherId === undefined) throw new Refusal('BINDING_NOT_FOUND');
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
  });
