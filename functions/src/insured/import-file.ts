import { chinaDay, type Clock } from '@yibao/shared';
import { type CsvFile, type FaultsFile, type Looked, NotImportable } from '../csv/csv-file';
import { type Fault, faultLine, FAULTS_HEAD } from '../csv/fault';
import { progressOf, type ProgressNeeds } from '../csv/progress';
import { type CsvRow, type Piece, rowsIn } from '../csv/rows';
import type { StoredCheckpoint } from './checkpoint';
import type { InsuredLine } from './insured';
import { type Column, COLUMNS, isFault, readLine } from './read-line';

export interface ImportNeeds extends ProgressNeeds {
  readonly file: CsvFile;
  readonly faults: FaultsFile;
  readonly looked: Looked;
  readonly now: Clock;
}

/** What one run has seen. */
export interface Seen {
  lines: number;
  good: number;
  bad: number;
  /** Lines by region. */
  readonly regions: Map<string, number>;
}

/** Takes the good lines up to `line`, which is the last one of this piece. */
export type Taker = (lines: readonly InsuredLine[], line: number) => Promise<void>;

/** So many faults are not slips: columns or encoding are wrong. */
const MOST_FAULTS = 10_000;

const isBeyond = (from: number) => (line: { readonly line: number }) => line.line > from;

interface Good {
  readonly line: number;
  readonly said: InsuredLine;
}

function note({ insurance: { region } }: InsuredLine, seen: Seen): void {
  seen.good += 1;
  seen.regions.set(region, (seen.regions.get(region) ?? 0) + 1);
}

/** The good rows; the text for the file of faults is about the others. */
function sorted(rows: readonly CsvRow<Column>[], today: string, seen: Seen): { good: readonly Good[]; faults: string } {
  const good: Good[] = [];
  let faults = '';
  const refuse = ({ line, values }: CsvRow<Column>, fault: Fault) => {
    seen.bad += 1;
    faults += faultLine(line, fault, values.certno);
  };
  for (const row of rows) {
    const read = row.fault ?? readLine(row.values, today);
    if (isFault(read)) refuse(row, read);
    else good.push({ line: row.line, said: read });
  }
  for (const { said } of good) note(said, seen);
  return { good, faults };
}

function requireSense({ bad }: Seen, { name }: FaultsFile): void {
  if (bad > MOST_FAULTS) throw new NotImportable(`超过${MOST_FAULTS}行有错，已停下：多半是列错位或编码不对，请看 ${name} / too many faults, stopped`);
}

/** Reads the whole file, hands the good lines behind `from` on in pieces, and writes the faults of all bad ones to their file. */
export async function importFile({ file, faults, looked, now, ...say }: ImportNeeds, from: number, take: Taker): Promise<Seen> {
  const seen: Seen = { lines: 0, good: 0, bad: 0, regions: new Map() };
  const [today, progress] = [chinaDay(now()), progressOf(file.size, { now, ...say })];
  const one = async ({ rows, read }: Piece<Column>) => {
    const found = sorted(rows, today, seen);
    seen.lines += rows.length;
    if (found.faults !== '') await faults.write(found.faults);
    requireSense(seen, faults);
    const last = rows.at(-1)?.line ?? 0;
    if (last > from) await take(found.good.filter(isBeyond(from)).map(({ said }) => said), last);
    progress.at(read, seen.lines);
  };
  await faults.write(FAULTS_HEAD);
  try {
    for await (const piece of rowsIn(file, looked.encoding, COLUMNS)) await one(piece);
  } finally {
    await faults.close();
  }
  say.print(progress.end(seen.lines));
  return seen;
}

/** Counts a piece into the checkpoint. */
export const advancedTo = ({ state, was }: StoredCheckpoint, line: number, counts: { added: number; changed: number; same: number }): StoredCheckpoint => ({
  was,
  state: { ...state, line, added: state.added + counts.added, changed: state.changed + counts.changed, same: state.same + counts.same },
});
