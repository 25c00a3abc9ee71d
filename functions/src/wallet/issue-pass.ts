import { Refusal } from '@yibao/shared';
import { untilUndisturbed } from '../aws/table';
import type { Errand } from '../errand/errand';
import type { EventOf } from '../events';
import type { Pushed } from '../pushed/once';
import type { AlipayPasses, Pass } from '../upstream/ports';
import { closeLeft, type ClosingNeeds } from './close-left';
import type { StoredWallet } from './store';
import { isFor, type WalletRecord } from './wallet';

export interface IssueNeeds extends ClosingNeeds {
  readonly pushed: Pushed;
  readonly holders: {
    /** What a pass of this account says, and the platform's name of the account; undefined where it is bound no more. */
    passOf(account: string): Promise<(Omit<Pass, 'serialNumber'> & { readonly openId: string }) | undefined>;
  };
}

type Asked = EventOf<'wallet.asked'>;

/** Changes the record while it is still for this card; says what it is then, or nothing where it is not. */
const changed = ({ account, serial }: Asked, change: (record: StoredWallet) => Partial<WalletRecord>, { wallets }: IssueNeeds) =>
  untilUndisturbed(async () => {
    const record = await wallets.of(account);
    if (!isFor(record, serial)) return undefined;
    const { version, ...rest } = { ...(record) };
    const next = { ...rest, ...change(record) };
    await wallets.write([wallets.putOf(next, version)]);
    return next;
  });

/** Whatever was asked for and is not wanted any more goes, also what an earlier, interrupted try has issued. */
async function unwanted({ serial }: Asked, passes: AlipayPasses): Promise<string> {
  await passes.close(serial);
  return 'not wanted';
}

/** Of an earlier try nobody knows how it ended; Alipay tells. */
async function issued({ tries = 1, serial }: WalletRecord, passes: AlipayPasses, holder: NonNullable<Awaited<ReturnType<IssueNeeds['holders']['passOf']>>>): Promise<void> {
  const { openId, ...content } = holder;
  const pass = { serialNumber: serial, ...content };
  if (tries > 1 && (await passes.update(pass))) return;
  await passes.issue(pass, openId);
}

async function issue(event: Asked, passes: AlipayPasses, needs: IssueNeeds): Promise<string> {
  const begun = await changed(event, ({ tries = 0 }) => ({ tries: tries + 1 }), needs);
  const holder = begun && (await needs.holders.passOf(event.account));
  if (!begun || !holder) return unwanted(event, passes);
  try {
    await issued(begun, passes, holder);
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'CARD_UNSUPPORTED')) throw error;
    await changed(event, () => ({ state: 'not-updated' }), needs);
    return 'refused';
  }
  return (await changed(event, () => ({ state: 'added' }), needs)) ? 'issued' : unwanted(event, passes);
}

/** Only Alipay is asked for passes; WeChat's phone adds its card by itself. */
export const passToIssue = ({ account }: Asked): readonly Errand[] => [{ way: 'alipay', work: 'card', account }];

/** Has Alipay put the pass into the wallet, once, however often it is asked. */
export async function issuePass(event: Asked, needs: IssueNeeds): Promise<void> {
  const { alipay } = needs.sides;
  if (!alipay) return;
  await needs.pushed.once(event, { kind: 'wallet', of: event.account }, async () => {
    const outcome = await issue(event, alipay, needs);
    await closeLeft(event.account, needs);
    return outcome;
  });
}
