import { maskName, Refusal, type Clock } from '@yibao/shared';
import { activationsIn } from './activation/store';
import { waitsForRegion } from './activation/waits-for-region';
import type { Table } from './aws/table';
import type { IdNumberIndex } from './crypto/digest';
import type { Sealer } from './crypto/sealer';
import { pushedIn } from './pushed/once';
import { regionsIn } from './region/store';
import { bindingOf } from './voucher/holder';
import { vouchersIn } from './voucher/store';
import type { CardHolderNeeds } from './wallet/close-cards';
import { walletEndings } from './wallet/ending';
import type { IssueNeeds } from './wallet/issue-pass';
import type { Sides, WalletNeeds } from './wallet/needs';
import { walletsIn } from './wallet/store';

interface Base {
  readonly table: Table;
  readonly sealer: Sealer;
  readonly idNumberIndex: IdNumberIndex;
  readonly now: Clock;
}

/** WeChat's codes have at most 20 characters. */
const SERIAL_LENGTH = 20;

/** What the room of wallets needs of all the others. */
export function walletNeeds({ table, sealer, idNumberIndex, now, newOrderNo }: Base & { readonly newOrderNo: () => string }, sides: Sides): WalletNeeds {
  const vouchers = vouchersIn(table, sealer, idNumberIndex);
  const activations = { waitsForRegion: waitsForRegion({ activations: activationsIn(table, sealer), now }) };
  return {
    wallets: walletsIn(table, now),
    sides,
    bindings: {
      async require(account) {
        const { version, ...binding } = await bindingOf(account, { vouchers, activations });
        return { voucherId: binding.voucherId, touch: vouchers.keeping(binding, version) };
      },
    },
    newSerial: () => newOrderNo().slice(-SERIAL_LENGTH),
    now,
  };
}

/** What a pass says of its holder: no more than the code's screen shows, as it is now, whatever event leads to it. */
async function passOf(account: string, { table, sealer, idNumberIndex, now }: Base) {
  const vouchers = vouchersIn(table, sealer, idNumberIndex);
  const binding = await vouchers.bindingOf(account);
  const voucher = binding && (await vouchers.find(binding.voucherId));
  if (!voucher) return undefined;
  const region = await regionsIn(table).find(voucher.region);
  if (!region) throw new Refusal('INTERNAL');
  const lockedUntil = (await vouchers.pinOf(voucher.voucherId))?.lockedUntil;
  const isLocked = lockedUntil !== undefined && lockedUntil > now().toISOString();
  return { holder: maskName(voucher.name), region: region.name, openId: binding.openId, ...(isLocked ? { lockedUntil } : {}) };
}

/** What issuing and closing cards because of events needs. */
export const cardPushNeeds = (base: Base, sides: Sides): IssueNeeds => ({
  wallets: walletsIn(base.table, base.now),
  sides,
  now: base.now,
  pushed: pushedIn(base.table, base.now),
  holders: { passOf: (account) => passOf(account, base) },
});

/** What finding those cards needs. */
export const cardHolderNeeds = (base: Base): CardHolderNeeds => ({
  wallets: walletsIn(base.table, base.now),
  bound: { everTo: (voucherId) => vouchersIn(base.table, base.sealer, base.idNumberIndex).everBoundTo(voucherId) },
});

/** How the end of bindings ends their cards, for the rooms that end bindings. */
export const walletEndingsOver = ({ table, now }: Pick<Base, 'table' | 'now'>) => walletEndings({ wallets: walletsIn(table, now) });
