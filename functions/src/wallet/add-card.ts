import { type addCard as endpoint, type Output, Refusal } from '@yibao/shared';
import { untilUndisturbed } from '../aws/table';
import type { EventOf } from '../events';
import type { Call, Citizen } from '../http/call';
import type { WeChatCards } from '../upstream/ports';
import { closeLeft } from './close-left';
import type { WalletNeeds } from './needs';
import type { StoredWallet } from './store';
import { viewOf } from './view';
import { asked, ended, gone, isStale, type Newcomer, type WalletRecord } from './wallet';

type Answer = Output<typeof endpoint>;

const plain = (stored: StoredWallet | undefined): WalletRecord | undefined => {
  if (!stored) return undefined;
  const { version: _version, ...record } = stored;
  return record;
};

const isWanted = (record: WalletRecord | undefined): record is WalletRecord => record !== undefined && record.state !== 'ended';

/** What shall be after WeChat has said whether the card is in the wallet: one that the holder threw away is made anew. */
function afterLooking(before: WalletRecord | undefined, held: boolean, newcomer: Newcomer): WalletRecord {
  if (before && held) return { ...before, state: 'added' };
  return asked(before?.state === 'added' ? gone(before) : before, newcomer);
}

/** Asks WeChat first: a card that came in although the phone's report of it got lost is not added a second time. */
const askedAtWeChat = (caller: Citizen, cards: WeChatCards, needs: WalletNeeds): Promise<WalletRecord> =>
  untilUndisturbed(async () => {
    const { touch } = await needs.bindings.require(caller.account);
    const stored = await needs.wallets.of(caller.account);
    const before = plain(stored);
    const held = isWanted(before) && (await cards.holds(before.serial));
    if (held && before.state === 'added') return before;
    const next = afterLooking(before, held, { ...needs, ...caller });
    await needs.wallets.write([touch, needs.wallets.putOf(next, stored?.version ?? 'absent')]);
    return next;
  });

async function addToWeChat(caller: Citizen, cards: WeChatCards, needs: WalletNeeds): Promise<Answer> {
  const record = await askedAtWeChat(caller, cards, needs);
  const view = viewOf(record, { channel: 'weapp', sides: needs.sides, now: needs.now() });
  if (record.state === 'added') return view;
  return { ...view, add: { cardId: cards.cardId, cardExt: await cards.extensionFor(record.serial) } };
}

/** What of a record there is nothing to do about: it is there, or on its way. */
const isUnderWay = ({ state }: WalletRecord, { again, stale }: { again: boolean; stale: boolean }) => (state === 'added' && !again) || (state === 'adding' && !stale);

const askedEvent = ({ account, channel, serial, askedAt }: WalletRecord, voucherId: string): EventOf<'wallet.asked'> => ({ type: 'wallet.asked', voucherId, at: askedAt, channel, account, serial });

async function addToAlipay(caller: Citizen, again: boolean, needs: WalletNeeds): Promise<WalletRecord> {
  const { wallets, bindings, now } = needs;
  return untilUndisturbed(async () => {
    const { voucherId, touch } = await bindings.require(caller.account);
    const stored = await wallets.of(caller.account);
    const before = plain(stored);
    if (before && isUnderWay(before, { again, stale: isStale(before, now()) })) return before;
    const next = asked(before?.state === 'added' ? ended(before) : before, { ...needs, ...caller });
    await wallets.write([touch, wallets.putOf(next, stored?.version ?? 'absent', askedEvent(next, voucherId))]);
    return next;
  });
}

/** Throws CARD_UNSUPPORTED where this bureau has no card or no template. */
export async function addCard({ caller, input }: Call<typeof endpoint>, needs: WalletNeeds): Promise<Answer> {
  const { channel } = caller;
  const { weapp, alipay } = needs.sides;
  if (channel === 'weapp' && weapp) {
    await closeLeft(caller.account, needs);
    return addToWeChat(caller, weapp, needs);
  }
  await needs.bindings.require(caller.account);
  if (channel !== 'alipay' || !alipay) throw new Refusal('CARD_UNSUPPORTED');
  return viewOf(await addToAlipay(caller, input.again === true, needs), { channel, sides: needs.sides, now: needs.now() });
}
