import type { Activation, Clock, Consent, exportData as endpoint, Output, SessionView, TrailEntry, Use } from '@yibao/shared';
import type { Entry } from '../audit/entry';
import type { Call, Citizen } from '../http/call';
import { requireConfirmation } from './confirmation';

interface HolderData {
  readonly voucher: { readonly voucherId: string; readonly name: string; readonly idNumber: string; readonly region: string; readonly activatedAt: string };
  readonly bindings: readonly Output<typeof endpoint>['bindings'][number][];
  readonly uses: readonly Use[];
  readonly trail: readonly Entry[];
}

type Told = Output<typeof endpoint>;

export interface Needs {
  readonly holders: {
    voucherOf(account: string): Promise<string | undefined>;
    dataOf(account: string): Promise<HolderData | undefined>;
    /** All accounts bound to the same voucher; only the account itself where it has none. */
    accountsOf(account: string): Promise<readonly string[]>;
  };
  readonly reported: { of(account: string): Promise<Told['tickets']> };
  readonly cards: { of(account: string): Promise<Told['wallets']> };
  readonly phones: { of(voucherId: string): Promise<readonly Output<typeof endpoint>['phones'][number][]> };
  readonly ownSessions: { viewsFor(caller: Citizen): Promise<SessionView[]> };
  readonly progress: { viewOf(account: string): Promise<Activation> };
  readonly consented: { viewOf(account: string): Promise<Consent[]> };
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

async function phonesOf(found: HolderData | undefined, { phones }: Needs): Promise<Output<typeof endpoint>['phones']> {
  const held = found ? await phones.of(found.voucher.voucherId) : [];
  return held.map(({ channel, phone, since }) => ({ channel, phone, since }));
}

/** Reports and cards, which are kept by account. */
async function ofAccounts(account: string, { holders, reported, cards }: Needs): Promise<Pick<Told, 'tickets' | 'wallets'>> {
  const accounts = await holders.accountsOf(account);
  const [tickets, wallets] = await Promise.all([Promise.all(accounts.map((one) => reported.of(one))), Promise.all(accounts.map((one) => cards.of(one)))]);
  return { tickets: tickets.flat(), wallets: wallets.flat() };
}

/** The copy has name and ID number in full, for it is the person's own: therefore it is asked for again who asks. Throws STEP_UP_REQUIRED. */
export async function exportData({ caller }: Call<typeof endpoint>, needs: Needs): Promise<Output<typeof endpoint>> {
  await requireConfirmation(caller, 'export-data', needs);
  const found = await needs.holders.dataOf(caller.account);
  return {
    exportedAt: needs.now().toISOString(),
    ...(found ? { voucher: found.voucher } : {}),
    bindings: [...(found?.bindings ?? [])],
    phones: await phonesOf(found, needs),
    activation: await needs.progress.viewOf(caller.account),
    consents: await needs.consented.viewOf(caller.account),
    uses: [...(found?.uses ?? [])],
    sessions: await needs.ownSessions.viewsFor(caller),
    ...(await ofAccounts(caller.account, needs)),
    trail: (found?.trail ?? []).map(told),
  };
}
