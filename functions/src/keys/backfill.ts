import type { Clock } from '@yibao/shared';
import { type Put, type Row, type Table, untilUndisturbed } from '../aws/table';
import type { Scan } from '../aws/table-scan';
import { keyIdIn, SealBroken } from '../crypto/closed-text';
import type { Keys } from '../crypto/keys';
import type { Sealer } from '../crypto/sealer';
import type { Backfill, BackfillRow, StoredBackfill } from './backfill-row';

export interface BackfillNeeds {
  readonly table: Table;
  readonly scan: Scan;
  readonly keys: Keys;
  readonly sealer: Sealer;
  readonly backfill: BackfillRow;
  /** The attributes of a row that hold sealed values. */
  readonly sealedIn: (row: Row) => readonly string[];
  /** What else must be written so that the row is found by the newest index; nothing where it is. */
  readonly relocks: (row: Row) => Promise<readonly Put[]>;
  /** Whether the row is a PIN under an older pepper. */
  readonly hasOldPin: (row: Row) => boolean;
  readonly now: Clock;
}

type Outcome = Pick<Backfill, 'resealed' | 'relocked' | 'oldPins' | 'broken'>;

const NOTHING: Outcome = { resealed: 0, relocked: 0, oldPins: 0, broken: 0 };

/** The row with its values sealed by the newest key; undefined where they are. */
function sealedAnew(row: Row, { keys, sealer, sealedIn }: BackfillNeeds): Put | undefined {
  const isOld = (attribute: string) => keyIdIn(String(row[attribute])) !== keys.id;
  const old = sealedIn(row).filter((attribute) => row[attribute] !== undefined && isOld(attribute));
  const again = (attribute: string) => {
    const place = { pk: row.pk, sk: row.sk, attribute };
    return [attribute, sealer.seal(sealer.open(String(row[attribute]), place), place)] as const;
  };
  const { version, ...rest } = row;
  return old.length === 0 ? undefined : { row: { ...rest, ...Object.fromEntries(old.map(again)) }, was: version };
}

/** Brings one row to the newest key. Others go on writing: whoever wrote in between is read again. */
const brought = (seen: Row, needs: BackfillNeeds) =>
  untilUndisturbed(async (): Promise<Outcome> => {
    const row = (await needs.table.get(seen)) ?? seen;
    const relocks = await needs.relocks(row);
    const resealed = sealedAnew(row, needs);
    const puts = resealed ? [...relocks, resealed] : relocks;
    if (puts.length > 0) await needs.table.write(puts);
    return { resealed: resealed ? 1 : 0, relocked: relocks.length > 0 ? 1 : 0, oldPins: needs.hasOldPin(row) ? 1 : 0, broken: 0 };
  });

const concerned = (row: Row, needs: BackfillNeeds) => needs.sealedIn(row).length > 0 || needs.hasOldPin(row);

async function outcomeOf(row: Row, needs: BackfillNeeds): Promise<Outcome> {
  if (!concerned(row, needs)) return NOTHING;
  try {
    return await brought(row, needs);
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error;
    return { ...NOTHING, broken: 1 };
  }
}

const plus = (a: Outcome, b: Outcome): Outcome => ({ resealed: a.resealed + b.resealed, relocked: a.relocked + b.relocked, oldPins: a.oldPins + b.oldPins, broken: a.broken + b.broken });

async function begun({ backfill, keys, now }: BackfillNeeds): Promise<StoredBackfill> {
  const found = await backfill.read();
  if (found?.state.key === keys.id) return found;
  return backfill.keep({ key: keys.id, startedAt: now().toISOString(), rows: 0, ...NOTHING }, found?.was ?? 'absent');
}

async function nextBatch({ state: { after, ...state }, was }: StoredBackfill, batch: number, needs: BackfillNeeds): Promise<StoredBackfill> {
  const { rows, next } = await needs.scan.page(after, batch);
  const outcomes = await Promise.all(rows.map((row) => outcomeOf(row, needs)));
  const counted = { ...state, ...outcomes.reduce(plus, state), rows: state.rows + rows.length };
  const end = next === undefined ? { finishedAt: needs.now().toISOString() } : { after: next };
  return needs.backfill.keep({ ...counted, ...end }, was);
}

/**
 * Seals every row anew with the newest key and makes it findable by the newest index. Goes on where it was interrupted, does nothing where
 * it is done, and runs while the service does. Throws Conflict where another one runs.
 */
export async function fillBack(needs: BackfillNeeds, { batch = 100, onBatch = () => {} }: { batch?: number; onBatch?: (state: Backfill) => void } = {}): Promise<Backfill> {
  let stored = await begun(needs);
  while (stored.state.finishedAt === undefined) {
    stored = await nextBatch(stored, batch, needs);
    onBatch(stored.state);
  }
  return stored.state;
}
