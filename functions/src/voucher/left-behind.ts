import type { Vouchers } from './store';

interface Needs {
  readonly vouchers: Pick<Vouchers, 'ofPerson' | 'pinOf'>;
  /** Who an account has just proven to be. */
  readonly proven: { idNumberOf(account: string): Promise<string | undefined> };
}

/**
 * The voucher that a person has unbound everywhere, for an account of whom it is known that it is that person (docs/adr/0014). One that is
 * bound anywhere has a PIN, and with that it is its bindings' alone.
 */
export const leftBehind = ({ vouchers, proven }: Needs) => ({
  async of(account: string): Promise<string | undefined> {
    const idNumber = await proven.idNumberOf(account);
    const voucherId = idNumber === undefined ? undefined : await vouchers.ofPerson(idNumber);
    return voucherId === undefined || (await vouchers.pinOf(voucherId)) ? undefined : voucherId;
  },
});

export type LeftBehind = ReturnType<typeof leftBehind>;
