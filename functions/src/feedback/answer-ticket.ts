import { type answerTicket as answering, type Clock, type Output, type readTicket as reading, Refusal } from '@yibao/shared';
import { untilUndisturbed } from '../aws/table';
import type { Call } from '../http/call';
import { answered, lineOf } from './feedback';
import type { Reports, StoredReport } from './store';

export interface Needs {
  readonly reports: Pick<Reports, 'find' | 'keep'>;
  readonly now: Clock;
}

/** Throws TICKET_UNKNOWN. */
async function ticketOf(ticket: string, { reports }: Needs): Promise<StoredReport> {
  const found = await reports.find(ticket);
  if (!found) throw new Refusal('TICKET_UNKNOWN');
  return found;
}

export async function readTicket({ input }: Call<typeof reading>, needs: Needs): Promise<Output<typeof reading>> {
  const { report } = await ticketOf(input.ticket, needs);
  return { ...lineOf(report), contact: report.contact, ...(report.answer === undefined ? {} : { answer: report.answer }) };
}

/** Throws TICKET_UNKNOWN or TICKET_CLOSED. */
export const answerTicket = ({ caller, input }: Call<typeof answering>, needs: Needs): Promise<Output<typeof answering>> =>
  untilUndisturbed(async () => {
    const { report, was } = await ticketOf(input.ticket, needs);
    if (report.state === 'closed') throw new Refusal('TICKET_CLOSED');
    const next = answered(report, { answer: input.answer, close: input.close, by: caller.id, now: needs.now() });
    await needs.reports.keep(next, was);
    return lineOf(next);
  });
