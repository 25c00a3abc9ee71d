import type { Activation, ActivationStep, AgreementPurpose, Clock } from '@yibao/shared';
import { Conflict, type Put } from '../aws/table';
import type { Citizen } from '../http/call';
import { hasPassed, isAlive, type Progress, requireStep } from './activation';
import type { Activations, StoredProgress } from './store';
import { viewOf, type ViewNeeds } from './view';

export interface StepNeeds extends ViewNeeds {
  readonly activations: Activations;
  readonly consents: ConsentNeeds;
  readonly now: Clock;
}

/** Consents are written together with the step that they belong to. */
export interface ConsentNeeds {
  has(account: string, purpose: AgreementPurpose): Promise<boolean>;
  /** The row of a consent given now; none where the same is on record. */
  giving(who: Pick<Citizen, 'account' | 'channel'>, purpose: AgreementPurpose): Promise<readonly Put[]>;
  /** Purpose and version of what holds, for the audit trail. */
  summary(account: string): Promise<string>;
}

export interface Known {
  /** The live activation, without its version. */
  readonly progress: Progress | undefined;
  readonly was: number | 'absent';
}

const split = (stored: StoredProgress | undefined, now: Date): Known => {
  if (!stored) return { progress: undefined, was: 'absent' };
  const { version, ...progress } = stored;
  return { progress: isAlive(progress, now) ? progress : undefined, was: version };
};

export const known = async (account: string, { activations, now }: Pick<StepNeeds, 'activations' | 'now'>): Promise<Known> => split(await activations.of(account), now());

interface Taking {
  readonly caller: Citizen;
  readonly act: (progress: Progress) => Promise<Progress>;
  /** What is agreed to by taking the step. */
  readonly agreed?: AgreementPurpose;
}

/**
 * Takes one step once: a step already passed answers where the activation stands; a step out of order is refused. The outside world is asked
 * before the write, so when another device was faster its result counts.
 */
export async function takeStep(step: ActivationStep, { caller, act, agreed }: Taking, needs: StepNeeds): Promise<Activation> {
  const { progress, was } = await known(caller.account, needs);
  if (progress && hasPassed(progress, step)) return viewOf(progress, needs);
  const next = await act(requireStep(progress, step));
  try {
    await needs.activations.keep(next, was, agreed && (await needs.consents.giving(caller, agreed)));
    return await viewOf(next, needs);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const winner = await known(caller.account, needs);
    if (!winner.progress || !hasPassed(winner.progress, step)) throw error;
    return viewOf(winner.progress, needs);
  }
}
