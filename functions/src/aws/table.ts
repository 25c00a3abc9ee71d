/** One item of the table. Every row carries `version`, one more after each write. */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

export type Row = Key & { readonly version: number } & Readonly<Record<string, unknown>>;

/** A row to be written. `was` is the version that was read (the write fails if somebody wrote since), or 'absent'. */
export interface Put {
  readonly row: Key & Readonly<Record<string, unknown>>;
  readonly was: number | 'absent';
}

export interface RowQuery {
  readonly pk: string;
  readonly prefix: string;
  readonly newestFirst?: boolean;
  readonly limit?: number;
  /** Begins behind this sort key, in the order asked for. */
  readonly after?: string | undefined;
}

/** What the rooms' stores may do with the table: read whole rows, write whole rows if nobody wrote meanwhile, count. */
export interface Table {
  /** Strongly consistent. */
  get(key: Key): Promise<Row | undefined>;
  query(query: RowQuery): Promise<readonly Row[]>;
  /** All or nothing. Throws Conflict when a row is no longer as it was read. */
  write(puts: readonly Put[]): Promise<void>;
  /** Adds to a counter row and gives the new count; the row disappears after `ttl` (seconds since 1970). */
  count(key: Key, ttl: number): Promise<number>;
}

/** Somebody else wrote first. `current` is that row where the database told it. */
export class Conflict extends Error {
  override readonly name = 'Conflict';

  constructor(readonly current: Row | undefined) {
    super('written meanwhile');
  }
}

/** Rows of which the first was decided on at this version, by what other rows said. Throws Conflict where it is another now. */
export function unlessWritten(puts: readonly Put[], version: number): readonly Put[] {
  if (puts[0]?.was !== version) throw new Conflict(undefined);
  return puts;
}

const TRIES = 5;

/** Runs read–decide–write again while others write in between; the last Conflict is thrown on. */
export async function untilUndisturbed<T>(attempt: () => Promise<T>, left = TRIES): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    if (!(error instanceof Conflict) || left <= 1) throw error;
    return untilUndisturbed(attempt, left - 1);
  }
}

/** The version with which a put is stored. */
export const nextVersion = ({ was }: Put) => (was === 'absent' ? 1 : was + 1);
