/** Refused assertions of one day for one reason. */
export interface RefusedCount {
  /** The day in China. */
  readonly day: string;
  readonly reason: string;
  readonly count: number;
}

/** What a command prints of them, a line each. */
export const refusedLines = (counts: readonly RefusedCount[]): readonly string[] =>
  counts.length === 0 ? ['半年内没有 / none in half a year'] : counts.map(({ day, reason, count }) => `${day}  ${reason.padEnd(12)}  ${count}`);
