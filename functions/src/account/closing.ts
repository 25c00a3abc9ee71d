import { type Clock, type Closing, ERASED_AT_CLOSING, ERASED_WITHOUT_VOUCHER, KEPT_BY_LAW } from '@yibao/shared';
import { type Put, untilUndisturbed } from '../aws/table';
import type { Citizen } from '../http/call';
import { type HolderNeeds, requireConfirmation } from './confirmation';

type Ending = (account: string) => Promise<readonly Put[]>;

interface Leaving {
  readonly voucherId?: string;
  /** Every account whose traces go, and which of them are bound no more. */
  readonly accounts: readonly string[];
  readonly former: readonly string[];
}

export interface ClosingNeeds extends HolderNeeds {
  readonly vouchers: { closing(caller: Citizen): Promise<Leaving & { readonly puts: readonly Put[] }> };
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

/** A transaction holds a hundred rows. */
const PIECE = 50;

/**
 * What acts on nothing any more goes first, in pieces: there may be more of it than a transaction holds. Each room names places last, so that a
 * closing that was interrupted finds what is left when it is asked again.
 */
async function eraseTraces({ accounts, former }: Leaving, needs: ClosingNeeds): Promise<void> {
  const { activations, consents, tickets, notes, wishes } = needs;
  const rooms = (account: string) => (former.includes(account) ? [tickets, notes, wishes, activations, consents, { ending: needs.phones.forgetting }] : [tickets, notes, wishes]);
  for (const account of accounts) {
    for (const room of rooms(account)) {
      const puts = await room.ending(account);
      for (let at = 0; at < puts.length; at += PIECE) await needs.closings.write(puts.slice(at, at + PIECE));
    }
  }
}

/** The rows of all that is bound, which end together or not at all. */
async function endingOf({ voucherId, accounts, former }: Leaving, { activations, consents, phones, wallets }: ClosingNeeds): Promise<readonly Put[]> {
  const staying = accounts.filter((account) => !former.includes(account));
  const own = await Promise.all(staying.flatMap((account) => [activations.ending(account), consents.ending(account), phones.forgetting(account)]));
  const ofVoucher = voucherId === undefined ? [] : await Promise.all([phones, wallets].map((room) => room.ending(voucherId, accounts)));
  return [...ofVoucher.flat(), ...own.flat()];
}

const end = (caller: Citizen, needs: ClosingNeeds): Promise<Closing> =>
  untilUndisturbed(async () => {
    const { puts, ...leaving } = await needs.vouchers.closing(caller);
    await eraseTraces(leaving, needs);
    const all = [...puts, ...(await endingOf(leaving, needs))];
    if (all.length > 0) await needs.closings.write(all);
    return { closedAt: needs.now().toISOString(), erased: leaving.voucherId === undefined ? ERASED_WITHOUT_VOUCHER : ERASED_AT_CLOSING, kept: KEPT_BY_LAW };
  });

/**
 * Closes an account: all that is bound in one transaction, so that nothing of it works any more and nothing is half gone. Other sessions end
 * first, and traces of former bindings, reports, notes and wishes.
 * Throws STEP_UP_REQUIRED.
 */
export const closingsWith = (needs: ClosingNeeds) => ({
  async close(caller: Citizen): Promise<Closing> {
    await requireConfirmation(caller, 'close-account', needs);
    await needs.otherSessions.end(caller);
    return end(caller, needs);
  },
});
