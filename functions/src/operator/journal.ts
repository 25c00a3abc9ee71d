import type { Clock } from '@yibao/shared';
import { linked } from '../audit/chain';
import { ChainHead, NOTHING } from '../audit/entry';
import type { Mac } from '../audit/mac';
import { type Table, untilUndisturbed } from '../aws/table';
import type { Witness, Witnessed } from '../http/witness';

/** What an operator did or was refused, as the journal keeps it. */
interface Act {
  readonly at: string;
  readonly what: string;
  readonly outcome: string;
  readonly requestId: string;
  readonly about?: Readonly<Record<string, unknown>>;
}

export interface Journal extends Witness {
  signedIn(id: string, requestId: string): Promise<void>;
}

const pkOf = (id: string) => ({ pk: `OJ#${id}` });
const headKey = (id: string) => ({ ...pkOf(id), sk: 'HEAD' });
const entryKey = (id: string, no: number) => ({ ...pkOf(id), sk: `EV#${String(no).padStart(12, '0')}` });

/** Of what was asked only this is kept: numbers and choices, nothing of a citizen and nothing that was typed freely. */
const KEPT = ['caseNumber', 'ticket', 'reason', 'checks', 'unbind', 'close'] as const;

function aboutOf(asked: unknown): Act['about'] {
  const fields = KEPT.flatMap((name) => {
    const value = (asked as Readonly<Record<string, unknown>> | undefined)?.[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return fields.length > 0 ? Object.fromEntries(fields) : undefined;
}

/** Every call of every operator, chained for each as the trail of a voucher is (docs/adr/0009). */
export function journalIn(table: Table, mac: Mac, now: Clock): Journal {
  const write = (id: string, act: Act) =>
    untilUndisturbed(async () => {
      const row = await table.get(headKey(id));
      const head = row ? ChainHead.parse(row) : NOTHING;
      const next = linked(head, { ...entryKey(id, head.no + 1), ...act }, mac);
      await table.write([
        { row: { ...headKey(id), ...next.head }, was: row?.version ?? 'absent' },
        { row: next.row, was: 'absent' },
      ]);
    });
  const at = () => now().toISOString();
  return {
    signedIn: (id, requestId) => write(id, { at: at(), what: '/operator/token', outcome: 'done', requestId }),
    tell({ operator, path, requestId, outcome, asked }: Witnessed) {
      const about = aboutOf(asked);
      return write(operator.id, { at: at(), what: path, outcome, requestId, ...(about ? { about } : {}) });
    },
  };
}
