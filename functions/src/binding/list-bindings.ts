import type { listBindings as endpoint, Output } from '@yibao/shared';
import type { Call } from '../http/call';
import { viewsFor } from './binding';
import type { Seats } from './ending';
import type { Notes } from './store';

export interface Needs {
  readonly holders: { voucherOf(account: string): Promise<string | undefined> };
  readonly vouchers: { seatsOf(voucherId: string): Promise<Seats | undefined> };
  readonly notes: Pick<Notes, 'of'>;
}

/** Whoever is bound no more learns since when and why. */
export async function listBindings({ caller }: Call<typeof endpoint>, { holders, vouchers, notes }: Needs): Promise<Output<typeof endpoint>> {
  const voucherId = await holders.voucherOf(caller.account);
  const found = voucherId === undefined ? undefined : await vouchers.seatsOf(voucherId);
  if (found) return { bindings: viewsFor(found.seats, caller) };
  const ended = (await notes.of(caller.account))?.ended;
  return { bindings: [], ...(ended ? { ended } : {}) };
}
