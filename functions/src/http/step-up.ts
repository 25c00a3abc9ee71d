import { type Endpoint, Refusal } from '@yibao/shared';
import type { Caller } from './call';

/** Throws STEP_UP_REQUIRED where the contract asks for a confirmation that this session has not given minutes ago. */
export function requireStepUp({ stepUp }: Endpoint, caller: Caller): void {
  if (stepUp === undefined) return;
  if (caller.kind !== 'citizen' || !caller.steppedUp.includes(stepUp)) throw new Refusal('STEP_UP_REQUIRED', { action: stepUp });
}
