import type { Clock } from '@yibao/shared';
import type { Row, Table } from '../aws/table';
import type { Scan } from '../aws/table-scan';
import { codeFindingsOf, daysOf, type Finding, findingsOf, type JournalFinding, journalFindingsOf, type Macs } from './check';

export interface AuditCommandNeeds {
  readonly table: Pick<Table, 'get' | 'query'>;
  readonly scan: Scan;
  readonly macs: Macs;
  readonly now: Clock;
  /** Waited before a second look at what seems wrong. */
  readonly pause: () => Promise<void>;
  readonly print: (line: string) => void;
}

export const AUDIT_HELP = `npm run audit -- verify                 核对全部凭证的办理记录、用码记录和操作员的日志 checks the trail and the uses of every voucher, and every operator’s journal
npm run audit -- verify --voucher ID    只核对一个凭证 checks one voucher`;

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

async function voucherFindings(voucherId: string, { table, macs, now }: AuditCommandNeeds): Promise<readonly Finding[]> {
  const parts = await Promise.all(['VOUCHER', 'EV#', 'USE#'].map((prefix) => table.query({ pk: `V#${voucherId}`, prefix })));
  return findingsOf(voucherId, { rows: parts.flat(), codes: [] }, { macs, now: now() });
}

/** The row is read again: a scan may have seen it before what it is compared with. */
async function codeFindings(seen: Row, { table, macs, now }: AuditCommandNeeds): Promise<readonly Finding[]> {
  const code = (await table.get(seen)) ?? seen;
  const uses = await Promise.all(daysOf(code, now()).map((day) => table.query({ pk: `V#${String(code['voucherId'])}`, prefix: `USE#${day}` })));
  return codeFindingsOf(code, uses.flat(), { macs, now: now() });
}

async function journalFindings(operator: string, { table, macs }: AuditCommandNeeds): Promise<readonly JournalFinding[]> {
  const parts = await Promise.all(['HEAD', 'EV#'].map((prefix) => table.query({ pk: `OJ#${operator}`, prefix })));
  return journalFindingsOf(operator, parts.flat(), macs.chain);
}

function findingsAt(subject: Subject, needs: AuditCommandNeeds): Promise<readonly Found[]> {
  if ('operator' in subject) return journalFindings(subject.operator, needs);
  return 'code' in subject ? codeFindings(subject.code, needs) : voucherFindings(subject.voucherId, needs);
}

/** Checked as it is now; what looks wrong is looked at once more, since a write may have come between two reads. */
async function checked(subject: Subject, needs: AuditCommandNeeds): Promise<readonly Found[]> {
  if ((await findingsAt(subject, needs)).length === 0) return [];
  await needs.pause();
  return findingsAt(subject, needs);
}

const isAbout = (voucherId: string | undefined) => (row: Row) => voucherId === undefined || row.pk === `V#${voucherId}` || row['voucherId'] === voucherId;

/** Page by page: of a table of any size only one page and the vouchers in it are in memory. */
async function verify(voucherId: string | undefined, needs: AuditCommandNeeds): Promise<number> {
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
  const { vouchers, journals, findings } = total;
  needs.print(`已核对 ${vouchers} 个凭证、${journals} 本操作员日志，${findings} 处问题 / ${vouchers} vouchers and ${journals} journals checked, ${findings} findings`);
  if (voucherId !== undefined && total.vouchers === 0) return 2;
  return total.findings === 0 ? 0 : 1;
}

/** `verify`, perhaps of one voucher; resolves to the exit code: 0 sound, 1 findings, 2 misuse or no such voucher. */
export async function auditCommand(words: readonly string[], needs: AuditCommandNeeds): Promise<number> {
  const [, voucherId] = /^verify(?: --voucher ([0-9a-f]{32}))?$/.exec(words.join(' ')) ?? [];
  if (words[0] === 'verify' && (voucherId !== undefined || words.length === 1)) return verify(voucherId, needs);
  needs.print(AUDIT_HELP);
  return words.length === 0 || words[0] === 'help' ? 0 : 2;
}
