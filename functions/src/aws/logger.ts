/** The fields that a log line may have; none can hold personal data. */
export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly event: string;
  readonly code?: string;
  readonly path?: string;
  readonly requestId?: string;
  /** Why somebody was not recognised, which the answer does not say. */
  readonly reason?: string;
  readonly upstream?: string;
  /** Name and stack frames of a defect, without its message. */
  readonly defect?: string;
}

export type Log = (line: LogLine) => void;

/** One JSON line to standard output, which Lambda hands to CloudWatch Logs. */
export const jsonLog: Log = (line) => console.log(JSON.stringify(line));

const FRAME = /^\s+at /;

/** Where a defect happened. The message is left out: it might quote what a person wrote. */
export function defectOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '').split('\n').filter((line) => FRAME.test(line));
  return [error.name, ...frames.slice(0, 8).map((line) => line.trim())].join(' | ');
}
