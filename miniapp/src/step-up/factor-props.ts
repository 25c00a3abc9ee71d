import type { StepUpAction } from '@yibao/shared';

/** What each way to confirm is given. */
export interface FactorProps {
  readonly action: StepUpAction;
  readonly onDone: () => void;
  /** The other way, where this action has one. */
  readonly onOther: (() => void) | undefined;
}
