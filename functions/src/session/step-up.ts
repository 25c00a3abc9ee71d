import type { Clock, Output, stepUp as endpoint, StepUpAction } from '@yibao/shared';
import { untilUndisturbed } from '../aws/table';
import type { Call, Citizen } from '../http/call';
import { type Session, stepUpOf, steppedUp } from './session';
import type { Sessions } from './store';

export interface StepUpNeeds {
  readonly sessions: Pick<Sessions, 'read' | 'keep'>;
  readonly now: Clock;
}

/** Reads, decides and writes a session until nobody wrote in between, so that parallel confirmations keep each other. */
export const changed = (id: string, { sessions }: Pick<StepUpNeeds, 'sessions'>, change: (session: Session) => Session) =>
  untilUndisturbed(async () => {
    const found = await sessions.read(id);
    if (!found) throw new Error('a caller without session');
    const { version, ...session } = found;
    const next = change(session);
    await sessions.keep(next, version);
    return next;
  });

/** Notes that the action was confirmed and says until when. */
export async function confirmed(id: string, action: StepUpAction, needs: StepUpNeeds) {
  const now = needs.now();
  const next = await changed(id, needs, (session) => steppedUp(session, action, now));
  return { action, until: stepUpOf(next, action, now)!.until };
}

export interface PinNeeds extends StepUpNeeds {
  /** Throws VOUCHER_NOT_FOUND, PIN_WRONG or PIN_LOCKED. */
  readonly holders: { checkPin(by: Citizen, pin: string): Promise<void> };
}

export async function stepUp({ caller, input }: Call<typeof endpoint>, needs: PinNeeds): Promise<Output<typeof endpoint>> {
  await needs.holders.checkPin(caller, input.pin);
  return confirmed(caller.session, input.action, needs);
}
