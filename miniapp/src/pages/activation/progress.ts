import { type Activation, ACTIVATION_STEPS, type ActivationStep, type Channel } from '@yibao/shared';

/** Where the wizard stands, counted from 1. */
export interface Progress {
  readonly step: ActivationStep;
  readonly at: number;
  readonly of: number;
}

/** Nothing begun is the first step; the service says all the others. */
export function progressOf(activation: Activation, channel: Channel): Progress | undefined {
  if (activation.status === 'done') return undefined;
  const steps = ACTIVATION_STEPS[channel];
  const step = activation.status === 'none' ? steps[0]! : activation.step;
  return { step, at: steps.indexOf(step) + 1, of: steps.length };
}
