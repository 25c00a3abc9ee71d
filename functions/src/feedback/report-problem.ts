import type { Clock, Output, reportProblem as endpoint } from '@yibao/shared';
import { type Put, untilUndisturbed } from '../aws/table';
import type { Call } from '../http/call';
import { isWaiting, reported, ticketOf } from './feedback';
import type { Reports } from './store';

export interface Needs {
  readonly reports: Pick<Reports, 'find' | 'latest' | 'add' | 'keep'>;
  /** The rows by which an activation waits for the check by hand. */
  readonly activations: { waiting(account: string): Promise<readonly Put[]> };
  readonly newTicket: (now: Date) => string;
  readonly now: Clock;
}

/** Whoever waits for an answer to the same problem keeps the number; a new contact replaces the one before. */
export const reportProblem = ({ caller, input }: Call<typeof endpoint>, needs: Needs): Promise<Output<typeof endpoint>> =>
  untilUndisturbed(async () => {
    const { reports, now } = needs;
    const { kind, contact, region } = input;
    const line = await reports.latest(caller.account, kind);
    const known = line.ticket === undefined ? undefined : await reports.find(line.ticket);
    if (known && isWaiting(known.report)) {
      const same = { ...known.report, contact };
      await reports.keep(same, known.was);
      return ticketOf(same);
    }
    const report = reported({ ticket: needs.newTicket(now()), account: caller.account, kind, contact, ...(region === undefined ? {} : { region }) }, now());
    await reports.add(report, line.was, await needs.activations.waiting(caller.account));
    return ticketOf(report);
  });
