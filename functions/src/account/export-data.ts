import type { Activation, Clock, Consent, exportData as endpoint, Output, OwnPhone, SessionView, TrailEntry, Use } from '@yibao/shared';
import type { Entry } from '../audit/entry';
import type { Call, Citizen } from '../http/call';
import { requireConfirmation } from './confirmation';

type Told = Output<typeof endpoint>;

interface HolderData {
  readonly voucher: NonNullable<Told['voucher']>;
  readonly bindings: Told['bindings'];
  readonly uses: readonly Use[];
  readonly trail: readonly Entry[];
}

type Section<K extends 'phones' | 'settlements' | 'tickets' | 'wallets' | 'unbindings' | 'notices' | 'openings'> = { readonly of: (owner: string) => Promise<readonly Told[K][number][]> };

export interface Needs {
  readonly holders: {
    voucherOf(account: string): Promise<string | undefined>;
    dataOf(account: string): Promise<HolderData | undefined>;
    /** All accounts bound to the same voucher; only the account itself where it has none. */
    accountsOf(account: string): Promise<readonly string[]>;
  };
  /** What is kept by account. */
  readonly consented: { readonly viewOf: (account: string) => Promise<Consent[]> };
  readonly reported: Section<'tickets'>;
  readonly cards: Section<'wallets'>;
  readonly unbindings: Section<'unbindings'>;
  readonly openings: Section<'openings'>;
  /** What is kept by voucher; of numbers, those of changes under way by account. */
  readonly phones: Section<'phones'> & { readonly changing: (account: string) => Promise<readonly OwnPhone[]> };
  readonly settlements: Section<'settlements'>;
  readonly notices: Section<'notices'>;
  readonly ownSessions: { viewsFor(caller: Citizen): Promise<SessionView[]> };
  readonly progress: { viewOf(account: string): Promise<Activation> };
  readonly now: Clock;
}

/** An entry without what names accounts and keys. */
const told = ({ no, event, actor, reason, before, after }: Entry): TrailEntry => ({
  no,
  at: event.at,
  what: event.type,
  by: actor.kind,
  channel: event.channel,
  reason,
  ...(before ? { before } : {}),
  ...(after ? { after } : {}),
});

/** Of every account of the holder, one after the other. */
const ofEach = async <T>(accounts: readonly string[], of: (account: string) => Promise<readonly T[]>): Promise<T[]> => (await Promise.all(accounts.map(of))).flat();

async function ofAccounts(account: string, needs: Needs): Promise<Pick<Told, 'consents' | 'tickets' | 'wallets' | 'unbindings' | 'openings'> & { readonly changing: readonly OwnPhone[] }> {
  const accounts = await needs.holders.accountsOf(account);
  return {
    consents: await ofEach(accounts, needs.consented.viewOf),
    tickets: await ofEach(accounts, needs.reported.of),
    wallets: await ofEach(accounts, needs.cards.of),
    unbindings: await ofEach(accounts, needs.unbindings.of),
    openings: await ofEach(accounts, needs.openings.of),
    changing: await ofEach(accounts, needs.phones.changing),
  };
}

const NO_VOUCHER = { bindings: [], phones: [], uses: [], settlements: [], notices: [], trail: [] };

async function ofVoucher(found: HolderData | undefined, needs: Needs): Promise<Pick<Told, 'voucher' | keyof typeof NO_VOUCHER>> {
  if (!found) return NO_VOUCHER;
  const { voucher, bindings, uses, trail } = found;
  const [phones, settlements, notices] = await Promise.all([needs.phones.of(voucher.voucherId), needs.settlements.of(voucher.voucherId), needs.notices.of(voucher.voucherId)]);
  return { voucher, bindings: [...bindings], phones: [...phones], uses: [...uses], settlements: [...settlements], notices: [...notices], trail: trail.map(told) };
}

/**
 * The copy has name and ID number in full, for it is the person's own: therefore it is asked for again who asks. What it has of each stored
 * row stands in the data map (`holder.copy`). Throws STEP_UP_REQUIRED.
 */
export async function exportData({ caller }: Call<typeof endpoint>, needs: Needs): Promise<Output<typeof endpoint>> {
  await requireConfirmation(caller, 'export-data', needs);
  const { phones, ...held } = await ofVoucher(await needs.holders.dataOf(caller.account), needs);
  const { changing, ...own } = await ofAccounts(caller.account, needs);
  return {
    exportedAt: needs.now().toISOString(),
    ...held,
    phones: [...phones, ...changing],
    activation: await needs.progress.viewOf(caller.account),
    sessions: await needs.ownSessions.viewsFor(caller),
    ...own,
  };
}
