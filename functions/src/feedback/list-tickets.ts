import type { listOpenTickets as open, listTickets as own, Output } from '@yibao/shared';
import type { Call } from '../http/call';
import { lineOf, ticketOf } from './feedback';
import type { Reports } from './store';

export interface Needs {
  readonly reports: Pick<Reports, 'of' | 'open'>;
}

export async function listTickets({ caller }: Call<typeof own>, { reports }: Needs): Promise<Output<typeof own>> {
  const tickets = (await reports.of(caller.account)).map(ticketOf);
  return { tickets: tickets.sort((a, b) => (a.createdAt > b.createdAt ? -1 : 1)) };
}

export const listOpenTickets = async (_call: Call<typeof open>, { reports }: Needs): Promise<Output<typeof open>> => ({ tickets: (await reports.open()).map(lineOf) });
