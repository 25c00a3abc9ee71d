import { Refusal } from '@yibao/shared';
import type { Stored, Vouchers } from './store';
import type { Binding } from './voucher';

export interface HolderNeeds {
  readonly vouchers: Pick<Vouchers, 'bindingOf'>;
  /** Whether the account's activation is waiting for the choice of 参保地. */
  readonly activations: { waitsForRegion(account: string): Promise<boolean> };
}

/** The account's binding. Throws REGION_REQUIRED where only the region is missing (CODE-2), else VOUCHER_NOT_FOUND. */
export async function bindingOf(account: string, { vouchers, activations }: HolderNeeds): Promise<Stored<Binding>> {
  const binding = await vouchers.bindingOf(account);
  if (binding) return binding;
  throw new Refusal((await activations.waitsForRegion(account)) ? 'REGION_REQUIRED' : 'VOUCHER_NOT_FOUND');
}
