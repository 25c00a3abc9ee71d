import type { StepUpAction } from '@yibao/shared';
import type { ReactNode } from 'react';
import { useTop } from '../state/use-top';
import { FactorRefused } from './factor-refused';
import { StepUp } from './step-up';
import type { Confirmed } from './use-confirmed';

interface Props {
  readonly action: StepUpAction;
  readonly confirmed: Confirmed;
  readonly children: ReactNode;
}

/** A screen with an action on it; in its place the confirmation while that is asked, or why the action did not go through. */
export const ConfirmFrame = ({ action, confirmed, children }: Props) => {
  useTop(confirmed.asking ? 'asking' : confirmed.refusal ? 'refused' : 'action');
  if (confirmed.asking) return <StepUp action={action} onDone={confirmed.repeat} onCancel={confirmed.cancel} />;
  if (confirmed.refusal) return <FactorRefused refusal={confirmed.refusal} onRetry={confirmed.clear} />;
  return <>{children}</>;
};
