import type { AccountData, Use } from '@yibao/shared';
import type { Entry } from '../audit/entry';
import type { Trail } from '../audit/trail';
import type { LeftBehind } from './left-behind';
import { boundTo } from './seats';
import type { Vouchers } from './store';
import type { Uses } from './use-store';
import type { VoucherRecord } from './voucher';

export interface HolderData {
  readonly voucher: VoucherRecord;
  readonly bindings: AccountData['bindings'];
  readonly uses: readonly Use[];
  readonly trail: readonly Entry[];
}

export interface Needs {
  readonly vouchers: Pick<Vouchers, 'bindingOf' | 'find' | 'listed' | 'accountsOf'>;
  readonly uses: Pick<Uses, 'all'>;
  readonly trail: Pick<Trail, 'of'>;
  readonly left: LeftBehind;
}

/** What is kept of a holder's voucher, for rooms that show or export it. */
export const holdersIn = ({ vouchers, uses, trail, left }: Needs) => ({
  /** All accounts bound to the same voucher; only the account itself where it has none. */
  async accountsOf(account: string): Promise<readonly string[]> {
    const binding = await vouchers.bindingOf(account);
    return binding ? vouchers.accountsOf(binding.voucherId) : [account];
  },
  voucherOf: async (account: string) => (await vouchers.bindingOf(account))?.voucherId,
  /** Also of a voucher that its person has unbound everywhere, for who has just proven to be that person. */
  async dataOf(account: string): Promise<HolderData | undefined> {
    const voucherId = (await vouchers.bindingOf(account))?.voucherId ?? (await left.of(account));
    const found = voucherId === undefined ? undefined : await vouchers.find(voucherId);
    if (!found) return undefined;
    const { version: _version, ...voucher } = found;
    const bound = await boundTo(voucher.voucherId, { vouchers });
    const bindings = bound.map(({ binding: { channel, boundAt, pinPolicy, pinAt, device } }) => ({ channel, boundAt, pinPolicy, pinAt, device: `····${device.slice(-4)}` }));
    return { voucher, bindings, uses: await uses.all(voucher.voucherId), trail: await trail.of(voucher.voucherId) };
  },
});
