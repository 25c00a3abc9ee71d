import type { Refusal } from '@yibao/shared';
import { RefusalView } from '../../components/refusal-view';
import { everywhere } from '../../copy/everywhere';
import { callPhone, goOnTo, startOverAt } from '../../platform/navigate';
import { card } from '../../state/card';

interface Props {
  readonly refusal: Refusal;
  readonly onRetry: () => void;
}

/** Why something about the number did not go through. */
export const Declined = ({ refusal, onRetry }: Props) => {
  const hotline = card.useValue()?.voucher?.region.hotline ?? everywhere.hotline;
  const remedies = { retry: onRetry, home: () => startOverAt('/pages/home/home'), activate: () => goOnTo('/pages/activation/activation'), call: () => callPhone(hotline) };
  return <RefusalView refusal={refusal} remedies={remedies} />;
};
