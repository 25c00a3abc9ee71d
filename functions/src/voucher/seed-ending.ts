import type { Put } from '../aws/table';
import type { Codes } from './code-store';
import type { Vouchers } from './store';

interface Needs {
  readonly vouchers: Pick<Vouchers, 'bindingOf' | 'keeping'>;
  readonly codes: Pick<Codes, 'find' | 'ending'>;
}

/** How a device that is signed out from elsewhere stops showing codes. */
export const seedEndings = ({ vouchers, codes }: Needs) => ({
  /** Rows that end the seed of this device where it has one, and let it ask for the PIN before it gets another. */
  async ending({ account, device }: { readonly account: string; readonly device: string }): Promise<readonly Put[]> {
    const binding = await vouchers.bindingOf(account);
    if (!binding) return [];
    const code = binding.code && (await codes.find(binding.code));
    const { version, ...bound } = binding;
    const seed = code?.status === 'active' && code.device === device ? await codes.ending(code) : [];
    return seed.length > 0 || bound.device === device ? [...seed, vouchers.keeping({ ...bound, device: '' }, version)] : [];
  },
});
