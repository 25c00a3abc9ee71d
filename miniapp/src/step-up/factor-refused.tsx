import type { Refusal } from '@yibao/shared';
import { useRecheck } from '../api/use-recheck';
import { RefusalView } from '../components/refusal-view';
import { everywhere } from '../copy/everywhere';
import { callPhone, goOnTo, open, startOverAt } from '../platform/navigate';
import { openPermissions } from '../platform/permission';

interface Props {
  readonly refusal: Refusal;
  readonly onRetry: () => void;
}

/** Why the confirmation did not succeed. Who goes to choose a new PIN finds the keys again on return. */
export const FactorRefused = ({ refusal, onRetry }: Props) => {
  useRecheck(refusal, onRetry);
  const resetPin = () => {
    onRetry();
    open('/pages/voucher/pin/reset');
  };
  const remedies = {
    retry: onRetry,
    resetPin,
    home: () => startOverAt('/pages/home/home'),
    activate: () => goOnTo('/pages/activation/activation'),
    call: () => callPhone(everywhere.hotline),
    ...(openPermissions ? { settings: openPermissions } : {}),
  };
  return <RefusalView refusal={refusal} remedies={remedies} />;
};
