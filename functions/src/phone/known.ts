import type { FormerPhone, HeldPhone } from './phone';
import type { Phones } from './store';

/** Numbers as other rooms may have them: to tell the holder something, or to export them. */
export const phonesKnown = ({ phones }: { readonly phones: Pick<Phones, 'listed' | 'formerOf'> }) => ({
  /** The numbers of all bindings of a voucher. */
  of: (voucherId: string): Promise<readonly HeldPhone[]> => phones.listed(voucherId),
  /** The number that a binding had until within the last day; that which ended at one moment (of `phone.changed` or `binding.closed`) where it is named. */
  formerOf: (voucherId: string, account: string, endedAt?: string): Promise<FormerPhone | undefined> => phones.formerOf(voucherId, account, endedAt),
});
