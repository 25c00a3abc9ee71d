import { type Output, type readWallet as endpoint, Refusal } from '@yibao/shared';
import { untilUndisturbed } from '../aws/table';
import type { Call, Citizen } from '../http/call';
import type { WeChatCards } from '../upstream/ports';
import type { WalletNeeds } from './needs';
import type { StoredWallet } from './store';
import { viewOf } from './view';
import { gone, type WalletRecord } from './wallet';

const isBusy = (error: unknown) => error instanceof Refusal && error.code === 'UPSTREAM_BUSY';

/** WeChat's own word on a card; undefined where it cannot be asked now. */
const heldNow = (cards: WeChatCards, serial: string) =>
  cards.holds(serial).catch((error: unknown) => {
    if (isBusy(error)) return undefined;
    throw error;
  });

/** The holder adds and throws away cards without us: what WeChat says replaces what we knew. */
function corrected({ version: _version, ...record }: StoredWallet, held: boolean): WalletRecord {
  if (held) return { ...record, state: 'added' };
  return record.state === 'added' ? gone(record) : record;
}

async function lookAtWeChat(caller: Citizen, cards: WeChatCards, { wallets }: WalletNeeds): Promise<WalletRecord | undefined> {
  return untilUndisturbed(async () => {
    const record = await wallets.of(caller.account);
    if (!record || record.state === 'ended') return record;
    const held = await heldNow(cards, record.serial);
    if (held === undefined) return record;
    const next = corrected(record, held);
    if (next.state !== record.state) await wallets.write([wallets.putOf(next, record.version)]);
    return held || next.state === 'ended' ? next : undefined;
  });
}

export async function readWallet({ caller }: Call<typeof endpoint>, needs: WalletNeeds): Promise<Output<typeof endpoint>> {
  const { channel } = caller;
  await needs.bindings.require(caller.account);
  const cards = channel === 'weapp' ? needs.sides.weapp : undefined;
  const record = cards ? await lookAtWeChat(caller, cards, needs) : await needs.wallets.of(caller.account);
  return viewOf(record, { channel, sides: needs.sides, now: needs.now() });
}
