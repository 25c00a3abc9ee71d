import type { LogLine } from '../aws/logger';
import type { Row, Table } from '../aws/table';
import { type Exchange, learn } from './learn-secrets';
import { SECRET_KINDS, type Secrets } from './secret-kinds';

/** Where something can leave the service or be kept by it. */
export type Outlet = 'answer' | 'log' | 'row' | 'event' | 'url' | 'console' | 'queue' | 'storage';

export interface Trace {
  readonly outlet: Outlet;
  /** Method and path, or the key of a row. */
  readonly where: string;
  readonly content: unknown;
}

export interface Recording {
  readonly secrets: Secrets;
  add(trace: Trace): void;
  /** A request and its answer. What a stranger writes into an address is not the service's; what the contract accepts there is. */
  exchange(exchange: Exchange & { readonly method: string; readonly accepted: boolean }): void;
  /** A person whose data are known from elsewhere than requests. */
  know(person: Readonly<Record<'name' | 'idNumber' | 'phone', string>>): void;
  /** Everything that came out since the beginning. */
  traces(): readonly Trace[];
}

interface Sources {
  readonly log: readonly LogLine[];
  readonly table: Table;
}

/** Rows as traces; what happened, where a row tells it, as a trace of its own. */
export const rowTraces = (rows: readonly Row[]): Trace[] =>
  rows.flatMap(({ event, ...row }) => {
    const where = [row.pk, row.sk].map((part) => part.split('#')[0]).join(' ');
    return [{ outlet: 'row' as const, where, content: row }, ...(event === undefined ? [] : [{ outlet: 'event' as const, where, content: event }])];
  });

/** Records one service: what it answers and is asked as it happens, its log lines and rows from where they are kept anyway. */
export function newRecording({ log, table }: Sources): Recording {
  const added: Trace[] = [];
  const written = (table as { written?: readonly Row[] }).written ?? [];
  const secrets = Object.fromEntries(SECRET_KINDS.map((kind) => [kind, new Set<string>()])) as unknown as Secrets;
  return {
    secrets,
    add: (trace) => void added.push(trace),
    exchange({ method, path, asked, token, answered, accepted }) {
      const where = `${method} ${path}`;
      added.push({ outlet: 'url', where, content: { path, query: method === 'GET' && accepted ? asked : undefined } }, { outlet: 'answer', where, content: answered });
      learn({ path, asked, token, answered }, secrets);
    },
    know(person) {
      for (const kind of ['name', 'idNumber', 'phone'] as const) secrets[kind].add(person[kind]);
    },
    traces: () => [...added, ...log.map((line) => ({ outlet: 'log' as const, where: line.path ?? 'log', content: line })), ...rowTraces(written)],
  };
}

let watcher: ((recording: Recording) => void) | undefined;

/** Tells of every service that is opened from now on. */
export const watchRecordings = (watch: (recording: Recording) => void): void => void (watcher = watch);

export const tellWatcher = (recording: Recording): void => watcher?.(recording);
