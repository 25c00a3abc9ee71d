import type { Refusal } from '@yibao/shared';
import { RefusalView } from '../components/refusal-view';
import { zh } from '../copy/zh';
import { callPhone, goOnTo, open, startOverAt } from '../platform/navigate';

interface Props {
  readonly refusal: Refusal;
  readonly onRetry: () => void;
}

/** Why the confirmation did not succeed. Who goes to choose a new PIN finds the keys again on return. */
export const FactorRefused = ({ refusal, onRetry }: Props) => {
  const resetPin = () => {
    onRetry();
    open('/pages/voucher/pin/reset');
  };
  const remedies = {
    retry: onRetry,
    resetPin,
    home: () => startOverAt('/pages/home/home'),
    activate: () => goOnTo('/pages/activation/activation'),
    call: () => callPhone(zh.everywhere.hotline),
  };
  return <RefusalView refusal={refusal} remedies={remedies} />;
};
