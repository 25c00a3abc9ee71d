import type { Channel, Clock } from '@yibao/shared';
import { byCitizen, type Deed } from '../audit/entry';
import type { Trail } from '../audit/trail';
import { type Put, type Row, unlessWritten } from '../aws/table';
import type { Citizen } from '../http/call';
import type { Codes } from './code-store';
import type { LeftBehind } from './left-behind';
import { boundTo, everBoundTo } from './seats';
import type { Vouchers } from './store';

export interface ClosingNeeds {
  readonly vouchers: Pick<Vouchers, 'bindingOf' | 'find' | 'listed' | 'ending' | 'everBoundTo'>;
  readonly codes: Pick<Codes, 'ending'>;
  readonly trail: Pick<Trail, 'telling'>;
  readonly left: LeftBehind;
  readonly now: Clock;
}

export interface VoucherClosing {
  /** Undefined where there is none. */
  readonly voucherId?: string;
  /** Every account that was ever bound and is not bound elsewhere now, the caller's own in any case. */
  readonly accounts: readonly string[];
  /** Those of them that are bound no more. */
  readonly former: readonly string[];
  readonly puts: readonly Put[];
}

const deedOf = (voucherId: string, caller: Citizen, { now, channels }: { now: Date; channels: readonly Channel[] }): Deed => ({
  event: { type: 'account.closed', voucherId, at: now.toISOString(), channel: caller.channel },
  actor: byCitizen(caller),
  reason: 'holder',
  before: { bindings: channels.join(', ') },
  after: { bindings: '' },
});

/** The voucher's row without the person; its times and its trail stay. */
const nameless = (at: string) => ({ name: _name, idNumber: _idNumber, region: _region, ...row }: Row): Row => ({ ...row, endedAt: at });

/** How an account's closing ends its voucher: in every channel, with every code, at once. */
export const voucherClosings = (needs: ClosingNeeds) => ({
  async closing(caller: Citizen): Promise<VoucherClosing> {
    const { vouchers, codes, trail } = needs;
    const voucherId = (await vouchers.bindingOf(caller.account))?.voucherId ?? (await needs.left.of(caller.account));
    const voucher = voucherId === undefined ? undefined : await vouchers.find(voucherId);
    if (!voucher) return { accounts: [caller.account], former: [], puts: [] };
    const now = needs.now();
    const bound = await boundTo(voucher.voucherId, needs);
    const revoked = await Promise.all(bound.flatMap(({ binding }) => (binding.code ? [codes.ending(binding.code)] : [])));
    const channels = bound.map(({ line }) => line.channel);
    const told = unlessWritten(await trail.telling(deedOf(voucher.voucherId, caller, { now, channels }), nameless(now.toISOString())), voucher.version);
    const bearers = [caller.account, ...bound.map(({ line }) => line.account)];
    const accounts = [...new Set([...bearers, ...(await everBoundTo(voucher.voucherId, needs))])];
    const former = accounts.filter((account) => !bearers.includes(account));
    return { voucherId: voucher.voucherId, accounts, former, puts: [...told, ...(await vouchers.ending(voucher, bound, now)), ...revoked.flat()] };
  },
});
