import type { Refusal, Wallet } from '@yibao/shared';
import type { Trouble } from './use-wallet';

export type Stage = Wallet['state'] | Trouble;

interface Known {
  readonly wallet: Wallet;
  readonly trouble: Trouble | undefined;
  readonly refusal: Refusal | undefined;
  /** Whether the app of the platform has a wallet. */
  readonly able: boolean;
}

/** What the page shows: without the ability nothing else counts, and trouble on the phone comes before what the service knows. */
export function stageOf({ wallet, trouble, refusal, able }: Known): Stage {
  if (!able || wallet.state === 'unsupported' || refusal?.code === 'CARD_UNSUPPORTED') return 'unsupported';
  return trouble ?? wallet.state;
}
