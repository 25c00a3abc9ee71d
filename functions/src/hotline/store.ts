import { DAY, later, SECOND } from '@yibao/shared';
import type { Put, Table } from '../aws/table';
import { Case } from './hotline';

export type StoredCase = Case & { readonly version: number };

export interface Cases {
  find(caseNumber: string): Promise<StoredCase | undefined>;
  /** The oldest first, at most a hundred. */
  waiting(): Promise<readonly Case[]>;
  /** A new case together with what tells of it. */
  open(opened: Case, puts: readonly Put[]): Promise<void>;
  /** The end of a case together with what it does, all or nothing. */
  decide(decided: Case, was: number, puts: readonly Put[]): Promise<void>;
}

const MOST = 100;
const LIST = { pk: 'HL#OPEN' };
const PREFIX = 'CASE#';

const keyOf = (caseNumber: string) => ({ pk: `HC#${caseNumber}`, sk: 'CASE' });
const lineKey = ({ requestedAt, caseNumber }: Case) => ({ ...LIST, sk: `${PREFIX}${requestedAt}#${caseNumber}` });
/** A line disappears a day after its case could last be decided. */
const ttlOf = ({ expiresAt }: Case) => Math.ceil(later(new Date(expiresAt), DAY).getTime() / SECOND);

/** Cases by their number, and the list of those that wait. A line is written when its case is opened and once more when it is decided. */
export function casesIn(table: Table): Cases {
  const find = async (caseNumber: string) => {
    const row = await table.get(keyOf(caseNumber));
    return row && { ...Case.parse(row), version: row.version };
  };
  return {
    find,
    async waiting() {
      const lines = await table.query({ ...LIST, prefix: PREFIX });
      const open = lines.filter(({ closed }) => closed !== true).slice(0, MOST);
      const cases = await Promise.all(open.map(({ caseNumber }) => find(String(caseNumber))));
      return cases.flatMap((known) => (known?.state === 'open' ? [Case.parse(known)] : []));
    },
    open: (opened, puts) =>
      table.write([
        ...puts,
        { row: { ...keyOf(opened.caseNumber), ...opened }, was: 'absent' },
        { row: { ...lineKey(opened), caseNumber: opened.caseNumber, ttl: ttlOf(opened) }, was: 'absent' },
      ]),
    decide: (decided, was, puts) =>
      table.write([
        ...puts,
        { row: { ...keyOf(decided.caseNumber), ...decided }, was },
        { row: { ...lineKey(decided), caseNumber: decided.caseNumber, closed: true, ttl: ttlOf(decided) }, was: 1 },
      ]),
  };
}
