import { HOUR, later, Refusal } from '@yibao/shared';
import { Conflict } from '../aws/table';
import type { EventOf } from '../events';
import type { CodeRow, Scan } from './code-row';
import type { Codes } from './code-store';
import type { Stored } from './store';

interface Scanned {
  readonly row: Stored<CodeRow> | undefined;
  readonly scan: Scan;
  readonly now: Date;
}

/** At most one warning for a seed in this time, whatever is scanned. */
const PAUSE_MS = HOUR;

/** Why the holder should know; a terminal that scans the same code twice is none. */
function whyOf(refusal: Refusal, { row, scan }: Scanned): EventOf<'code.refused'>['why'] | undefined {
  if (refusal.code === 'CODE_USED') return row?.lastRequest?.orgId === scan.orgId ? undefined : 'used';
  return refusal.code === 'CODE_NOT_VALID' && row?.status === 'revoked' ? 'ended' : undefined;
}

function warned(refusal: unknown, scanned: Scanned): CodeRow | undefined {
  const { row, scan, now } = scanned;
  const why = refusal instanceof Refusal ? whyOf(refusal, scanned) : undefined;
  if (!row || !why || (row.warnedAt !== undefined && later(new Date(row.warnedAt), PAUSE_MS) > now)) return undefined;
  const { version, ...code } = row;
  const at = now.toISOString();
  return { ...code, warnedAt: at, event: { type: 'code.refused', voucherId: row.voucherId, at, channel: row.channel, why, orgId: scan.orgId } };
}

/** Runs a redemption; a refusal that concerns the holder is noted as an event (CODE-6). Whoever writes at the same time goes before. */
export async function warning<T>(scanned: Scanned, { codes }: { codes: Pick<Codes, 'keep'> }, redeem: () => T): Promise<T> {
  try {
    return redeem();
  } catch (error) {
    const next = warned(error, scanned);
    if (next) await codes.keep(next, scanned.row!.version).catch(ignoreConflict);
    throw error;
  }
}

function ignoreConflict(error: unknown): void {
  if (!(error instanceof Conflict)) throw error;
}
