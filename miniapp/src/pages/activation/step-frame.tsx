import type { Refusal } from '@yibao/shared';
import type { ReactNode } from 'react';
import { useRecheck } from '../../api/use-recheck';
import { RefusalView } from '../../components/refusal-view';
import { everywhere } from '../../copy/everywhere';
import { callPhone, startOverAt } from '../../platform/navigate';
import { openPermissions } from '../../platform/permission';
import { useTop } from '../../state/use-top';

interface Props {
  readonly refusal: Refusal | undefined;
  readonly onRetry: () => void;
  readonly onResume: () => void;
  /** Leads to a check by hand, where the step has that way. */
  readonly onByHand?: (refusal: Refusal) => void;
  readonly children: ReactNode;
}

const hotlineIn = ({ details }: Refusal) => String(details['hotline'] ?? everywhere.hotline);

/** A step, or why it did not go through; what was filled in is still there when the person comes back to it. */
export const StepFrame = ({ refusal, onRetry, onResume, onByHand, children }: Props) => {
  useRecheck(refusal, onRetry);
  useTop(refusal ? 'refused' : 'step');
  return refusal ? (
    <RefusalView
      refusal={refusal}
      remedies={{ retry: onRetry, resume: onResume, home: () => startOverAt('/pages/home/home'), call: () => callPhone(hotlineIn(refusal)), ...(onByHand ? { byHand: () => onByHand(refusal) } : {}), ...(openPermissions ? { settings: openPermissions } : {}) }}
    />
  ) : (
    <>{children}</>
  );
};
