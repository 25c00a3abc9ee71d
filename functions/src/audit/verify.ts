import type { Clock } from '@yibao/shared';
import type { Row, Table } from '../aws/table';
import type { Scan } from '../aws/table-scan';
import { codeFindingsOf, daysOf, type Finding, findingsOf, type JournalFinding, journalFindingsOf, type Macs } from './check';

export interface VerifyNeeds {
  readonly table: Pick<Table, 'get' | 'query'>;
  readonly scan: Scan;
  readonly macs: Macs;
  readonly now: Clock;
  /** Waited before a second look at what seems wrong. */
  readonly pause: () => Promise<void>;
  readonly print: (line: string) => void;
}

const WORDS: Readonly<Record<Finding['kind'], string>> = {
  altered: '被改动 altered',
  missing: '缺失 missing',
  unlinked: '与前一条接不上 does not follow the one before',
  cut: '末尾被截断 the end is cut off',
  'beyond the head': '多出来的记录 more entries than the head tells of',
  headless: '没有链头 the row with the head of the chain is gone',
};

type Found = Finding | JournalFinding;

const placeOf = (finding: Found) => ('nth' in finding ? `用码 use ${finding.code} / ${finding.nth}` : 'no' in finding ? `第${finding.no}条 entry ${finding.no}` : '');

const ownerOf = (finding: Found) => ('operator' in finding ? `OJ#${finding.operator}` : `V#${finding.voucherId}`);

const lineOf = (finding: Found) => [ownerOf(finding), placeOf(finding), WORDS[finding.kind]].filter(Boolean).join('  ');

const PAGE = 200;

/** What is checked by itself: a voucher with all that stands in its partition, the acceptances of one code, or the journal of an operator. */
type Subject = { readonly voucherId: string } | { readonly code: Row } | { readonly operator: string };

/** Which partition a row begins. */
function beginning(pk: string): readonly Subject[] {
  if (pk.startsWith('V#')) return [{ voucherId: pk.slice('V#'.length) }];
  return pk.startsWith('OJ#') ? [{ operator: pk.slice('OJ#'.length) }] : [];
}

/** Each voucher, each accepted code and each journal of a page. A scan gives the rows of a partition one after another, so that the last one of a page may go on in the next. */
function* subjectsIn(rows: readonly Row[], last: { pk: string }): Generator<Subject> {
  for (const row of rows) {
    if (row.sk === 'CODE' && Number(row['accepted']) > 0) yield { code: row };
    if (row.pk !== last.pk) yield* beginning(row.pk);
    last.pk = row.pk;
  }
}

async function voucherFindings(voucherId: string, { table, macs, now }: VerifyNeeds): Promise<readonly Finding[]> {
  const parts = await Promise.all(['VOUCHER', 'EV#', 'USE#'].map((prefix) => table.query({ pk: `V#${voucherId}`, prefix })));
  return findingsOf(voucherId, { rows: parts.flat(), codes: [] }, { macs, now: now() });
}

/** The row is read again: a scan may have seen it before what it is compared with. */
async function codeFindings(seen: Row, { table, macs, now }: VerifyNeeds): Promise<readonly Finding[]> {
  const code = (await table.get(seen)) ?? seen;
  const uses = await Promise.all(daysOf(code, now()).map((day) => table.query({ pk: `V#${String(code['voucherId'])}`, prefix: `USE#${day}` })));
  return codeFindingsOf(code, uses.flat(), { macs, now: now() });
}

async function journalFindings(operator: string, { table, macs }: VerifyNeeds): Promise<readonly JournalFinding[]> {
  const parts = await Promise.all(['HEAD', 'EV#'].map((prefix) => table.query({ pk: `OJ#${operator}`, prefix })));
  return journalFindingsOf(operator, parts.flat(), macs.chain);
}

function findingsAt(subject: Subject, needs: VerifyNeeds): Promise<readonly Found[]> {
  if ('operator' in subject) return journalFindings(subject.operator, needs);
  return 'code' in subject ? codeFindings(subject.code, needs) : voucherFindings(subject.voucherId, needs);
}

/** Checked as it is now; what looks wrong is looked at once more, since a write may have come between two reads. */
async function checked(subject: Subject, needs: VerifyNeeds): Promise<readonly Found[]> {
  if ((await findingsAt(subject, needs)).length === 0) return [];
  await needs.pause();
  return findingsAt(subject, needs);
}

const isAbout = (voucherId: string | undefined) => (row: Row) => voucherId === undefined || row.pk === `V#${voucherId}` || row['voucherId'] === voucherId;

export interface Verified {
  readonly vouchers: number;
  readonly journals: number;
  readonly findings: number;
}

/** Checks every voucher and journal, or one voucher, and prints each finding. Page by page: of a table of any size only one page and the vouchers in it are in memory. */
export async function verified(voucherId: string | undefined, needs: VerifyNeeds): Promise<Verified> {
  const [last, total] = [{ pk: '' }, { vouchers: 0, journals: 0, findings: 0 }];
  let next: string | undefined;
  do {
    const page = await needs.scan.page(next, PAGE);
    const subjects = [...subjectsIn(page.rows.filter(isAbout(voucherId)), last)];
    const findings = (await Promise.all(subjects.map((subject) => checked(subject, needs)))).flat();
    for (const finding of findings) needs.print(lineOf(finding));
    total.vouchers += subjects.filter((subject) => 'voucherId' in subject).length;
    total.journals += subjects.filter((subject) => 'operator' in subject).length;
    total.findings += findings.length;
    next = page.next;
  } while (next !== undefined);
  return total;
}
