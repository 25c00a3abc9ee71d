import { type Clock, type Closing, ERASED_AT_CLOSING, ERASED_WITHOUT_VOUCHER, KEPT_BY_LAW } from '@yibao/shared';
import { type Put, untilUndisturbed } from '../aws/table';
import type { Citizen } from '../http/call';
import { type HolderNeeds, requireConfirmation } from './confirmation';

type Ending = (account: string) => Promise<readonly Put[]>;

export interface ClosingNeeds extends HolderNeeds {
  readonly vouchers: { closing(caller: Citizen): Promise<{ readonly voucherId?: string; readonly accounts: readonly string[]; readonly puts: readonly Put[] }> };
  readonly activations: { readonly ending: Ending };
  readonly consents: { readonly ending: Ending };
  /** The end of what was asked to be checked by hand, with the contact. */
  readonly tickets: { readonly ending: Ending };
  /** The end of what an account is told of its unbindings. */
  readonly notes: { readonly ending: Ending };
  /** The end of wishes to hear of a region's opening. */
  readonly wishes: { readonly ending: Ending };
  readonly phones: {
    /** The end of the numbers of a voucher's bindings. */
    ending(voucherId: string, accounts: readonly string[]): Promise<readonly Put[]>;
    /** What was begun with a number and not finished. */
    readonly forgetting: Ending;
  };
  /** The end of the cards of a voucher's bindings. */
  readonly wallets: { ending(voucherId: string, accounts: readonly string[]): Promise<readonly Put[]> };
  readonly closings: { write(puts: readonly Put[]): Promise<void> };
  /** Ends all sessions of the holder but the one that asks. */
  readonly otherSessions: { end(asking: Citizen): Promise<void> };
  readonly now: Clock;
}

const end = (caller: Citizen, needs: ClosingNeeds): Promise<Closing> =>
  untilUndisturbed(async () => {
    const { voucherId, accounts, puts } = await needs.vouchers.closing(caller);
    const { activations, consents, phones, tickets, notes, wishes } = needs;
    const rest = await Promise.all(accounts.flatMap((account) => [activations, consents, tickets, notes, wishes].map((room) => room.ending(account)).concat(phones.forgetting(account))));
    const ofVoucher = voucherId === undefined ? [] : await Promise.all([phones, needs.wallets].map((room) => room.ending(voucherId, accounts)));
    const all = [...puts, ...ofVoucher.flat(), ...rest.flat()];
    if (all.length > 0) await needs.closings.write(all);
    return { closedAt: needs.now().toISOString(), erased: voucherId === undefined ? ERASED_WITHOUT_VOUCHER : ERASED_AT_CLOSING, kept: KEPT_BY_LAW };
  });

/**
 * Closes an account: everything in one transaction, so that nothing of it works any more and nothing is half gone. Other sessions end first.
 * Throws STEP_UP_REQUIRED.
 */
export const closingsWith = (needs: ClosingNeeds) => ({
  async close(caller: Citizen): Promise<Closing> {
    await requireConfirmation(caller, 'close-account', needs);
    await needs.otherSessions.end(caller);
    return end(caller, needs);
  },
});
