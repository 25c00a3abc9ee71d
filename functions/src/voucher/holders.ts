import { Refusal } from '@yibao/shared';
import { checkPin, type Guess, type PinNeeds } from './check-pin';
import type { Stored, Vouchers } from './store';
import type { Binding } from './voucher';

export interface Needs extends PinNeeds {
  readonly vouchers: Pick<Vouchers, 'bindingOf' | 'find' | 'accountsOf' | 'pinOf' | 'keepPin'>;
}

async function requireBinding(account: string, { vouchers }: Pick<Needs, 'vouchers'>): Promise<Stored<Binding>> {
  const binding = await vouchers.bindingOf(account);
  if (!binding) throw new Refusal('VOUCHER_NOT_FOUND');
  return binding;
}

/** What other rooms may ask about the holder behind an account. */
export const holdersWith = (needs: Needs) => ({
  /** All accounts bound to the same voucher; only the account itself where it has none. */
  async accountsOf(account: string): Promise<readonly string[]> {
    const binding = await needs.vouchers.bindingOf(account);
    return binding ? needs.vouchers.accountsOf(binding.voucherId) : [account];
  },
  /** Throws VOUCHER_NOT_FOUND. */
  async personOf(account: string) {
    const voucher = await needs.vouchers.find((await requireBinding(account, needs)).voucherId);
    if (!voucher) throw new Error('a binding without voucher');
    return { name: voucher.name, idNumber: voucher.idNumber };
  },
  /** Counts the try with its judgement. Throws VOUCHER_NOT_FOUND, PIN_WRONG or PIN_LOCKED. */
  async checkPin(by: Guess['by'], pin: string): Promise<void> {
    await checkPin({ voucherId: (await requireBinding(by.account, needs)).voucherId, pin, by }, needs);
  },
});
