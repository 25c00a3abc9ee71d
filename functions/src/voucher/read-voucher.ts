import { maskName, type Output, type readVoucher as endpoint, type Region } from '@yibao/shared';
import type { Call } from '../http/call';
import { bindingOf, type HolderNeeds } from './holder';
import type { Vouchers } from './store';
import type { Binding } from './voucher';

export interface Needs extends HolderNeeds {
  readonly vouchers: Pick<Vouchers, 'bindingOf' | 'find'>;
  readonly regions: { find(code: string): Promise<Region | undefined> };
}

/** The holder's view of a binding. */
export async function viewOf(binding: Binding, { vouchers, regions }: Pick<Needs, 'vouchers' | 'regions'>): Promise<Output<typeof endpoint>> {
  const voucher = await vouchers.find(binding.voucherId);
  const region = voucher && (await regions.find(voucher.region));
  if (!region) throw new Error('a binding without voucher or region');
  const { code, name, province, bureau, hotline, open } = region;
  return {
    holder: maskName(voucher.name),
    region: { code, name, province, bureau, hotline, open },
    channel: binding.channel,
    activatedAt: binding.boundAt,
    pinPolicy: binding.pinPolicy,
  };
}

export const readVoucher = async ({ caller }: Call<typeof endpoint>, needs: Needs) => viewOf(await bindingOf(caller.account, needs), needs);
