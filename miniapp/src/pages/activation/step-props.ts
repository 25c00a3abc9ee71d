import type { Activation } from '@yibao/shared';

export type UnderWay = Extract<Activation, { status: 'under-way' }>;

/** What each step of the wizard is given. */
export interface StepProps {
  /** Absent before the agreement. */
  readonly activation: UnderWay | undefined;
  readonly onDone: (next: Activation) => void;
  /** Asks the service again where the activation stands. */
  readonly onResume: () => void;
}
