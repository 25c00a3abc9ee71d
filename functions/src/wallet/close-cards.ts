import type { Errand } from '../errand/errand';
import type { EventOf } from '../events';
import type { Pushed } from '../pushed/once';
import { closeLeft, type ClosingNeeds } from './close-left';

export interface CardHolderNeeds {
  readonly wallets: Pick<ClosingNeeds['wallets'], 'of'>;
  /** Every account that was ever bound to the voucher. */
  readonly bound: { everTo(voucherId: string): Promise<readonly string[]> };
}

type Closed = EventOf<'binding.closed'> | EventOf<'account.closed'>;

/** After an unbinding or a closing: whose cards are to be taken out of which wallet. */
export async function cardsToClose(event: Closed, { wallets, bound }: CardHolderNeeds): Promise<readonly Errand[]> {
  const accounts = event.type === 'binding.closed' ? event.closed : await bound.everTo(event.voucherId);
  const records = await Promise.all(accounts.map((account) => wallets.of(account)));
  return records.flatMap((record): Errand[] => (record ? [{ way: record.channel, work: 'card', account: record.account }] : []));
}

/** Takes the cards of an account out of its wallet. */
export async function closeCards(event: Closed, account: string, needs: ClosingNeeds & { readonly pushed: Pushed }): Promise<void> {
  await needs.pushed.once(event, { kind: 'wallet', of: account }, async () => {
    await closeLeft(account, needs);
    return 'closed';
  });
}
