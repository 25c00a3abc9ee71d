import type { Clock } from '@yibao/shared';
import type { Put } from '../aws/table';
import { checked } from './feedback';
import type { Reports } from './store';

interface Needs {
  readonly reports: Pick<Reports, 'find' | 'changing'>;
  readonly now: Clock;
}

/** Tickets for the room of the desk: whose they are, and how a check at the desk closes them. */
export const ticketsForDesk = ({ reports, now }: Needs) => ({
  accountOf: async (ticket: string) => (await reports.find(ticket))?.report.account,
  async completing({ ticket, operator }: { readonly ticket: string; readonly operator: string }): Promise<readonly Put[]> {
    const found = await reports.find(ticket);
    return found ? reports.changing(checked(found.report, { by: operator, now: now() }), found.was) : [];
  },
});
