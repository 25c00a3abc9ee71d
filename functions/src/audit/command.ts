import type { Clock } from '@yibao/shared';
import type { Row, Table } from '../aws/table';
import type { Scan } from '../aws/table-scan';
import { type Finding, findingsIn, type Macs } from './check';

export interface AuditCommandNeeds {
  readonly table: Pick<Table, 'get' | 'query'>;
  readonly scan: Scan;
  readonly macs: Macs;
  readonly now: Clock;
  /** Waited before a second look, so that the stream has told of the last uses. */
  readonly pause: () => Promise<void>;
  readonly print: (line: string) => void;
}

export const AUDIT_HELP = `npm run audit -- verify                 核对全部凭证的办理记录和用码记录 checks the trail and the uses of every voucher
npm run audit -- verify --voucher ID    只核对一个凭证 checks one voucher`;

const WORDS: Readonly<Record<Finding['kind'], string>> = {
  altered: '被改动 altered',
  missing: '缺失 missing',
  unlinked: '与前一条接不上 does not follow the one before',
  cut: '末尾被截断 the end is cut off',
  'beyond the head': '多出来的记录 more entries than the head tells of',
  headless: '没有链头 the voucher’s row or the head in it is gone',
};

const placeOf = (finding: Finding) => ('nth' in finding ? `用码 use ${finding.code} / ${finding.nth}` : 'no' in finding ? `第${finding.no}条 entry ${finding.no}` : '');

const lineOf = (finding: Finding) => [`V#${finding.voucherId}`, placeOf(finding), WORDS[finding.kind]].filter(Boolean).join('  ');

const PAGE = 500;

async function everyRow({ scan }: AuditCommandNeeds): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (let page = await scan.page(undefined, PAGE); ; page = await scan.page(page.next, PAGE)) {
    rows.push(...page.rows.filter(({ pk, sk }) => pk.startsWith('V#') || sk === 'CODE'));
    if (page.next === undefined) return rows;
  }
}

/** The rows of one voucher as they are now: a scan may have passed between two rows of one transaction. */
async function again(voucherId: string, codes: readonly Row[], { table }: AuditCommandNeeds): Promise<readonly Row[]> {
  const parts = await Promise.all(['VOUCHER', 'EV#', 'USE#'].map((prefix) => table.query({ pk: `V#${voucherId}`, prefix })));
  const now = await Promise.all(codes.filter((code) => code['voucherId'] === voucherId).map((code) => table.get(code)));
  return [...parts.flat(), ...now.flatMap((code) => (code ? [code] : []))];
}

async function verify(voucherId: string | undefined, needs: AuditCommandNeeds): Promise<number> {
  const all = await everyRow(needs);
  const rows = voucherId === undefined ? all : all.filter((row) => row.pk === `V#${voucherId}` || row['voucherId'] === voucherId);
  const context = { macs: needs.macs, now: needs.now() };
  const first = findingsIn(rows, context);
  if (first.findings.length > 0) await needs.pause();
  const suspects = [...new Set(first.findings.map((finding) => finding.voucherId))];
  const second = await Promise.all(suspects.map(async (id) => findingsIn(await again(id, rows.filter(({ sk }) => sk === 'CODE'), needs), context).findings));
  const findings = second.flat();
  for (const finding of findings) needs.print(lineOf(finding));
  needs.print(`已核对 ${first.vouchers} 个凭证，${findings.length} 处问题 / ${first.vouchers} vouchers checked, ${findings.length} findings`);
  if (voucherId !== undefined && first.vouchers === 0) return 2;
  return findings.length === 0 ? 0 : 1;
}

/** `verify`, perhaps of one voucher; resolves to the exit code: 0 sound, 1 findings, 2 misuse or no such voucher. */
export async function auditCommand(words: readonly string[], needs: AuditCommandNeeds): Promise<number> {
  const [, voucherId] = /^verify(?: --voucher ([0-9a-f]{32}))?$/.exec(words.join(' ')) ?? [];
  if (words[0] === 'verify' && (voucherId !== undefined || words.length === 1)) return verify(voucherId, needs);
  needs.print(AUDIT_HELP);
  return words.length === 0 || words[0] === 'help' ? 0 : 2;
}
