import { Refusal } from '@yibao/shared';
import { untilUndisturbed } from '../aws/table';
import type { Errand } from '../errand/errand';
import type { EventOf } from '../events';
import type { AlipayPasses } from '../upstream/ports';
import type { CardHolderNeeds } from './close-cards';
import type { IssueNeeds } from './issue-pass';
import type { StoredWallet } from './store';
import { gone, isFor, type WalletRecord } from './wallet';

/** What changes what a pass says. The region changes only where nothing is bound, when all passes are closed. */
export type PassChange = EventOf<'pin.locked'> | EventOf<'pin.changed'>;

const hasPass = ({ channel, state }: WalletRecord) => channel === 'alipay' && state !== 'ended';

/** After such a change: whose passes are to be brought up to date. WeChat's card says nothing that could change. */
export async function passesToUpdate({ voucherId }: PassChange, { wallets, bound }: CardHolderNeeds): Promise<readonly Errand[]> {
  const records = await Promise.all((await bound.everTo(voucherId)).map((account) => wallets.of(account)));
  return records.flatMap((record): Errand[] => (record && hasPass(record) ? [{ way: 'alipay', work: 'card', account: record.account }] : []));
}

/** Notes what became of the pass, unless it is another one or none by now. */
const note = ({ account, serial }: WalletRecord, change: (record: WalletRecord) => WalletRecord, { wallets }: IssueNeeds) =>
  untilUndisturbed(async () => {
    const record = await wallets.of(account);
    if (!isFor(record, serial)) return;
    const { version, ...rest } = record;
    const next = change(rest);
    if (next.state !== rest.state) await wallets.write([wallets.putOf(next, version)]);
  });

const inState = (state: WalletRecord['state']) => (record: WalletRecord): WalletRecord => ({ ...record, state });

/** A pass that Alipay does not know was thrown away, and what could not be updated is shown as such until it is. */
async function update(record: StoredWallet, passes: AlipayPasses, needs: IssueNeeds): Promise<string> {
  const holder = await needs.holders.passOf(record.account);
  if (!holder) return 'not wanted';
  const { openId: _openId, ...content } = holder;
  try {
    const isThere = await passes.update({ serialNumber: record.serial, ...content });
    await note(record, isThere ? inState('added') : gone, needs);
    return isThere ? 'updated' : 'gone';
  } catch (error) {
    await note(record, inState('not-updated'), needs);
    if (error instanceof Refusal && error.code === 'CARD_UNSUPPORTED') return 'refused';
    throw error;
  }
}

/** Brings a pass up to date with what is so now, once for each change; throws UPSTREAM_BUSY, and then comes again. */
export async function updatePass(event: PassChange, account: string, needs: IssueNeeds): Promise<void> {
  const { alipay } = needs.sides;
  if (!alipay) return;
  await needs.pushed.once(event, { kind: 'wallet', of: account }, async () => {
    const record = await needs.wallets.of(account);
    return record && ['added', 'not-updated'].includes(record.state) ? update(record, alipay, needs) : 'nothing to update';
  });
}
