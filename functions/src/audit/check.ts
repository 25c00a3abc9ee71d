import type { Row } from '../aws/table';
import { type Flaw, flawsOf } from './chain';
import { ChainHead, NOTHING } from './entry';
import type { Mac } from './mac';
import { type UseFlaw, useFlawsOf } from './use-record';

export interface Macs {
  readonly chain: Mac;
  readonly uses: Mac;
}

export type Finding = ({ readonly voucherId: string } & (Flaw | UseFlaw)) | { readonly voucherId: string; readonly kind: 'headless' };

/** What is wrong with the journal of an operator. */
export type JournalFinding = { readonly operator: string } & (Flaw | { readonly kind: 'headless' });

/** Records of use follow the stream: what was accepted just now may not be written yet. */
export const STREAM_MS = 5 * 60_000;

const isSettled = ({ event }: Row, now: Date) => !(event as { at?: string } | undefined)?.at || Date.parse((event as { at: string }).at) < now.getTime() - STREAM_MS;

const partOf = (rows: readonly Row[], prefix: string) => rows.filter(({ sk }) => sk.startsWith(prefix)).sort((a, b) => (a.sk < b.sk ? -1 : 1));

const acceptancesIn = (codes: readonly Row[], now: Date) =>
  new Map(codes.filter((code) => isSettled(code, now)).map((code) => [`${String(code['province'])}#${String(code['handle'])}`, Number(code['accepted'])]));

export interface Kept {
  /** All rows of the voucher's partition. */
  readonly rows: readonly Row[];
  /** All rows of codes that were made for it. */
  readonly codes: readonly Row[];
}

/** Everything that is wrong with what is kept of one voucher; nothing for a sound one. */
export function findingsOf(voucherId: string, { rows, codes }: Kept, { macs, now }: { macs: Macs; now: Date }): readonly Finding[] {
  const head = ChainHead.safeParse(rows.find(({ sk }) => sk === 'VOUCHER')?.['head']);
  const flaws = flawsOf(head.data ?? NOTHING, partOf(rows, 'EV#'), macs.chain);
  const useFlaws = useFlawsOf(acceptancesIn(codes, now), partOf(rows, 'USE#'), macs.uses);
  return [...(head.success ? [] : [{ voucherId, kind: 'headless' as const }]), ...[...flaws, ...useFlaws].map((flaw) => ({ voucherId, ...flaw }))];
}

/** Everything that is wrong with a journal, by the rows of its partition. A journal that is gone altogether, its end included, leaves nothing to be found by. */
export function journalFindingsOf(operator: string, rows: readonly Row[], mac: Mac): readonly JournalFinding[] {
  const head = ChainHead.safeParse(rows.find(({ sk }) => sk === 'HEAD'));
  const flaws = flawsOf(head.data ?? NOTHING, partOf(rows, 'EV#'), mac);
  return [...(head.success ? [] : [{ operator, kind: 'headless' as const }]), ...flaws.map((flaw) => ({ operator, ...flaw }))];
}

const DAY_MS = 86_400_000;

/** The days (UTC) on which codes of a row can have been accepted, as the keys of uses begin. */
export function daysOf({ madeAt, notAfter }: Row, now: Date): readonly string[] {
  const [from, until] = [Date.parse(String(madeAt)), Math.min(Date.parse(String(notAfter)), now.getTime())];
  const days = Math.floor(until / DAY_MS) - Math.floor(from / DAY_MS) + 1;
  return Array.from({ length: days }, (_, i) => new Date(from + i * DAY_MS).toISOString().slice(0, 10));
}

/** The acceptances of one code's row of which no sound record is among these uses. */
export function codeFindingsOf(code: Row, uses: readonly Row[], { macs, now }: { macs: Macs; now: Date }): readonly Finding[] {
  const voucherId = String(code['voucherId']);
  return useFlawsOf(acceptancesIn([code], now), uses, macs.uses).filter(({ kind }) => kind === 'missing').map((flaw) => ({ voucherId, ...flaw }));
}

const partitioned = (rows: readonly Row[]): Map<string, Row[]> => {
  const byVoucher = new Map<string, Row[]>();
  for (const row of rows.filter(({ pk }) => pk.startsWith('V#'))) byVoucher.set(row.pk, [...(byVoucher.get(row.pk) ?? []), row]);
  return byVoucher;
};

/** Checks every voucher among the rows of a table. */
export function findingsIn(rows: readonly Row[], context: { macs: Macs; now: Date }): { readonly vouchers: number; readonly findings: readonly Finding[] } {
  const byVoucher = partitioned(rows);
  const codes = rows.filter(({ sk }) => sk === 'CODE');
  const findings = [...byVoucher].flatMap(([pk, own]) => {
    const voucherId = pk.slice('V#'.length);
    return findingsOf(voucherId, { rows: own, codes: codes.filter((code) => code['voucherId'] === voucherId) }, context);
  });
  return { vouchers: byVoucher.size, findings };
}
