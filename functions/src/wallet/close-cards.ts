import type { EventOf } from '../events';
import type { Pushed } from '../pushed/once';
import { closeLeft, type ClosingNeeds } from './close-left';

export interface CloseNeeds extends ClosingNeeds {
  readonly pushed: Pushed;
  /** Every account that was ever bound to the voucher. */
  readonly bound: { everTo(voucherId: string): Promise<readonly string[]> };
}

type Closed = EventOf<'binding.closed'> | EventOf<'account.closed'>;

/** After an unbinding or a closing, takes the cards out of the wallets. */
export async function closeCards(event: Closed, needs: CloseNeeds): Promise<void> {
  const accounts = event.type === 'binding.closed' ? event.closed : await needs.bound.everTo(event.voucherId);
  for (const account of accounts) {
    await needs.pushed.once(event, { kind: 'wallet', of: account }, async () => {
      await closeLeft(account, needs);
      return 'closed';
    });
  }
}
