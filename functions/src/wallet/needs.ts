import type { Clock } from '@yibao/shared';
import type { Put } from '../aws/table';
import type { AlipayPasses, WeChatCards } from '../upstream/ports';
import type { Wallets } from './store';

/** The platforms' wallets; a bureau without the permission has none. */
export interface Sides {
  readonly weapp?: WeChatCards | undefined;
  readonly alipay?: AlipayPasses | undefined;
}

export interface WalletNeeds {
  readonly wallets: Wallets;
  readonly sides: Sides;
  readonly bindings: {
    /**
     * The voucher that the account is bound to, and the binding's row as it was read: written beside a card, it makes asking for the card and
     * unbinding exclude each other. Throws REGION_REQUIRED or VOUCHER_NOT_FOUND.
     */
    require(account: string): Promise<{ readonly voucherId: string; readonly touch: Put }>;
  };
  readonly newSerial: () => string;
  readonly now: Clock;
}
