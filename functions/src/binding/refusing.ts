import { type Clock, Refusal } from '@yibao/shared';
import { byCitizen, type Deed } from '../audit/entry';
import type { Trail } from '../audit/trail';
import { type Put, untilUndisturbed } from '../aws/table';
import { UnbindingRefusal } from '../events';
import type { Citizen } from '../http/call';

export interface RefusingNeeds {
  readonly vouchers: {
    /** Whether a binding of this name was this voucher's, and has ended. */
    wasBound(voucherId: string, binding: string): Promise<boolean>;
  };
  readonly trail: Pick<Trail, 'telling'>;
  readonly closings: { write(puts: readonly Put[]): Promise<void> };
  readonly now: Clock;
}

interface Asked {
  readonly caller: Pick<Citizen, 'account' | 'channel'>;
  readonly voucherId: string;
  readonly binding: string;
}

/** What another of the holder's accounts has unbound is told apart from what never was the holder's. */
async function exact(error: unknown, { voucherId, binding }: Asked, { vouchers }: RefusingNeeds): Promise<unknown> {
  const isUnknown = error instanceof Refusal && error.code === 'BINDING_NOT_FOUND';
  return isUnknown && (await vouchers.wasBound(voucherId, binding)) ? new Refusal('BINDING_ENDED') : error;
}

const deedOf = (why: UnbindingRefusal, { caller, voucherId }: Asked, now: Date): Deed => ({
  event: { type: 'unbinding.refused', voucherId, at: now.toISOString(), channel: caller.channel, why },
  actor: byCitizen(caller),
  reason: 'rule',
});

/**
 * Tells a refused unbinding in the trail of the voucher of who asked, before it is answered, and throws it on. That it must be confirmed first
 * is the usual way, and no entry. Of a binding that is another person's nothing is told anywhere, since nobody may learn that there is one.
 */
export async function toldRefusal(error: unknown, asked: Asked, needs: RefusingNeeds): Promise<never> {
  const refusal = await exact(error, asked, needs);
  const why = refusal instanceof Refusal ? UnbindingRefusal.safeParse(refusal.code) : undefined;
  if (why?.success) await untilUndisturbed(async () => needs.closings.write(await needs.trail.telling(deedOf(why.data, asked, needs.now()))));
  throw refusal;
}
