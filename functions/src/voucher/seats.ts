import type { Channel } from '@yibao/shared';
import type { Put } from '../aws/table';
import type { CodeRow } from './code-row';
import type { Codes } from './code-store';
import { bindingIdOf } from './ending-rows';
import type { Bound, Vouchers } from './store';

interface Needs {
  readonly vouchers: Pick<Vouchers, 'find' | 'listed' | 'bindingOf' | 'unbinding' | 'pinEnding'>;
  readonly codes: Pick<Codes, 'find' | 'ending'>;
}

/** A live binding of a voucher, as it was read, and how it ends. */
export interface BoundSeat {
  readonly id: string;
  readonly account: string;
  readonly channel: Channel;
  readonly boundAt: string;
  /** The device that shows its codes. */
  readonly device: string;
  /** When it was last opened, its PIN given, or a code of it accepted. */
  readonly usedAt: string;
  /** Its rows and its code's, ended. */
  ending(now: Date): Promise<readonly Put[]>;
}

/** Every account that was bound to the voucher and is not bound to another one now: all that its holder leaves behind. */
export async function everBoundTo(voucherId: string, { vouchers }: { readonly vouchers: Pick<Vouchers, 'everBoundTo' | 'bindingOf'> }): Promise<readonly string[]> {
  const accounts = await vouchers.everBoundTo(voucherId);
  const bindings = await Promise.all(accounts.map((account) => vouchers.bindingOf(account)));
  return accounts.filter((_account, at) => (bindings[at]?.voucherId ?? voucherId) === voucherId);
}

/** Each binding is read once: the code that ends is the one of the version that ends. */
export async function boundTo(voucherId: string, { vouchers }: { readonly vouchers: Pick<Vouchers, 'listed' | 'bindingOf'> }): Promise<readonly Bound[]> {
  const lines = await vouchers.listed(voucherId);
  const bound = await Promise.all(lines.map(async (line) => ({ line, binding: await vouchers.bindingOf(line.account) })));
  return bound.flatMap(({ line, binding }) => (binding ? [{ line, binding }] : []));
}

const lastOf = (...times: readonly (string | undefined)[]) => times.reduce<string>((last, at) => (at !== undefined && at > last ? at : last), '');

const usedAt = ({ binding }: Bound, code: CodeRow | undefined) => lastOf(binding.pinAt, code?.contactAt, code?.event?.at);

async function seatOf(bound: Bound, { vouchers, codes }: Needs): Promise<BoundSeat> {
  const { line, binding } = bound;
  const code = binding.code && (await codes.find(binding.code));
  return {
    id: bindingIdOf(line),
    account: line.account,
    channel: line.channel,
    boundAt: line.boundAt,
    device: code?.device ?? binding.device,
    usedAt: usedAt(bound, code),
    ending: async (now) => [...vouchers.unbinding(bound, now), ...(binding.code ? await codes.ending(binding.code) : [])],
  };
}

/** The live bindings of a voucher, for rooms that show or end them. */
export const voucherSeats = (needs: Needs) => ({
  /** With the version that the voucher's row had before its bindings were read. */
  async seatsOf(voucherId: string): Promise<{ readonly version: number; readonly seats: readonly BoundSeat[] } | undefined> {
    const voucher = await needs.vouchers.find(voucherId);
    if (!voucher) return undefined;
    const bound = await boundTo(voucherId, needs);
    return { version: voucher.version, seats: await Promise.all(bound.map((one) => seatOf(one, needs))) };
  },
  pinEnding: (voucherId: string, now: Date) => needs.vouchers.pinEnding(voucherId, now),
});
