import { Contact, DAY, later, SECOND, type TicketKind } from '@yibao/shared';
import type { Put, Row, Table } from '../aws/table';
import type { Sealer } from '../crypto/sealer';
import { keptUntil, Report } from './feedback';

export interface StoredReport {
  readonly report: Report;
  readonly was: number;
}

export interface Reports {
  readonly find: (ticket: string) => Promise<StoredReport | undefined>;
  /** The latest ticket of a kind of this account, and the version of the account's line. */
  latest(account: string, kind: TicketKind): Promise<{ readonly ticket: string | undefined; readonly was: number | 'absent' }>;
  /** The latest tickets of this account, one of each kind. */
  of(account: string): Promise<readonly Report[]>;
  /** Every ticket of this account that is still kept, also those answered long ago. */
  every(account: string): Promise<readonly Report[]>;
  /** The oldest first, at most a hundred. */
  open(): Promise<readonly Report[]>;
  /** A new ticket, the account's line to it, its line in the list, and what belongs to it. */
  add(report: Report, lineWas: number | 'absent', puts: readonly Put[]): Promise<void>;
  /** The rows of a ticket that was changed. */
  changing(report: Report, was: number): Promise<readonly Put[]>;
  keep(report: Report, was: number): Promise<void>;
  /** The rows of an account's tickets without contact and answer; they disappear a day later. */
  erasing(account: string, now: Date): Promise<readonly Put[]>;
}

const MOST = 100;
const LIST = { pk: 'FL#OPEN' };
const LINE = 'TICKET#';

const keyOf = (ticket: string) => ({ pk: `FB#${ticket}`, sk: 'TICKET' });
const ownKey = (account: string, kind: TicketKind) => ({ pk: `A#${account}`, sk: `${LINE}${kind}` });
/** The account's line to one ticket, which stays when the next of its kind is made: its closing finds it by that. */
const eachKey = ({ account, kind, ticket }: Report) => ({ pk: `A#${account}`, sk: `${LINE}${kind}#${ticket}` });
const isLatest = ({ sk }: Row) => sk.split('#').length === 2;
const ticketsIn = (lines: readonly Row[]) => [...new Set(lines.filter(({ ticket }) => ticket !== undefined).map(({ ticket }) => String(ticket)))];
const listKey = ({ createdAt, ticket }: Report) => ({ ...LIST, sk: `${LINE}${createdAt}#${ticket}` });
const ttlOf = (report: Report) => Math.ceil(keptUntil(report).getTime() / SECOND);
/** An answer on the last day keeps the ticket longer than when it was made; the account's line to it is there as long. */
const ANSWER_KEPT = (30 * DAY) / SECOND;
const ownTtlOf = (report: Report) => ttlOf(report) + ANSWER_KEPT;

/** Contact and answer are sealed to their row. */
function sealing(sealer: Sealer) {
  const place = (ticket: string, attribute: 'contact' | 'answer') => ({ ...keyOf(ticket), attribute });
  return {
    rowOf: (report: Report) => ({
      ...keyOf(report.ticket),
      ...report,
      contact: sealer.seal(JSON.stringify(report.contact), place(report.ticket, 'contact')),
      ...(report.answer === undefined ? {} : { answer: sealer.seal(report.answer, place(report.ticket, 'answer')) }),
      ttl: ttlOf(report),
    }),
    reportOf(row: Readonly<Record<string, unknown>>): Report {
      const ticket = String(row['ticket']);
      const contact = Contact.parse(JSON.parse(sealer.open(String(row['contact']), place(ticket, 'contact'))));
      const answer = typeof row['answer'] !== 'string' ? {} : { answer: sealer.open(row['answer'], place(ticket, 'answer')) };
      return Report.parse({ ...row, contact, ...answer });
    },
  };
}

interface Erasing {
  readonly now: Date;
  readonly find: Reports['find'];
  readonly listPut: (report: Report) => Promise<Put>;
}

/** What is left of an account's tickets: their places and their end. */
async function erased(table: Table, account: string, { now, find, listPut }: Erasing): Promise<readonly Put[]> {
  const own = (await table.query({ pk: `A#${account}`, prefix: LINE })).filter(({ endedAt }) => endedAt === undefined);
  const found = (await Promise.all(ticketsIn(own).map(find))).flatMap((one) => (one ? [one] : []));
  const end = { endedAt: now.toISOString(), ttl: Math.ceil(later(now, DAY).getTime() / SECOND) };
  const lists = await Promise.all(found.map(({ report }) => listPut({ ...report, state: 'closed' })));
  const tickets = found.map(({ report, was }) => ({ row: { ...keyOf(report.ticket), ...end }, was }));
  return [...lists, ...tickets, ...own.map(({ pk, sk, version }) => ({ row: { pk, sk, ...end }, was: version }))];
}

/** Tickets by their number, each account's lines to its own, and the list of those that are not closed. */
export function reportsIn(table: Table, sealer: Sealer): Reports {
  const rows = sealing(sealer);
  const find = async (ticket: string) => {
    const row = await table.get(keyOf(ticket));
    return row && row['endedAt'] === undefined ? { report: rows.reportOf(row), was: row.version } : undefined;
  };
  const listPut = async (report: Report): Promise<Put> => {
    const line = await table.get(listKey(report));
    const { ticket, state } = report;
    return { row: { ...listKey(report), ticket, closed: state === 'closed', ttl: ttlOf(report) }, was: line?.version ?? 'absent' };
  };
  const all = async (lines: readonly Row[]) => (await Promise.all(ticketsIn(lines).map(find))).flatMap((found) => (found ? [found.report] : []));
  const linesOf = (account: string) => table.query({ pk: `A#${account}`, prefix: LINE });
  const changing = async (report: Report, was: number) => [{ row: rows.rowOf(report), was }, await listPut(report)];
  return {
    find,
    changing,
    async latest(account, kind) {
      const row = await table.get(ownKey(account, kind));
      return { ticket: row && String(row['ticket']), was: row?.version ?? 'absent' };
    },
    of: async (account) => all((await linesOf(account)).filter(isLatest)),
    every: async (account) => all(await linesOf(account)),
    async open() {
      const lines = await table.query({ ...LIST, prefix: LINE });
      return all(lines.filter(({ closed }) => closed !== true).slice(0, MOST));
    },
    async add(report, lineWas, puts) {
      const { ticket, account, kind } = report;
      const line = { ticket, ttl: ownTtlOf(report) };
      const own: readonly Put[] = [{ row: { ...ownKey(account, kind), ...line }, was: lineWas }, { row: { ...eachKey(report), ...line }, was: 'absent' }];
      await table.write([...puts, { row: rows.rowOf(report), was: 'absent' }, ...own, await listPut(report)]);
    },
    erasing: (account, now) => erased(table, account, { now, find, listPut }),
    keep: async (report, was) => table.write(await changing(report, was)),
  };
}
