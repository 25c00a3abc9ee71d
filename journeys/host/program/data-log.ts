import { type Problems } from '../problems';

export interface SetData {
  readonly route: string;
  readonly bytes: number;
  /** The data as JSON. */
  readonly text: string;
}

/** The platforms refuse a setData larger than this. */
const LIMIT = 1024 * 1024;

/** Everything that crossed from the app to the view, for tests of how much and of what must not be there. */
export class DataLog {
  readonly entries: SetData[] = [];

  constructor(private readonly problems: Problems) {}

  note = (route: string, text: string): void => {
    const bytes = new TextEncoder().encode(text).length;
    this.entries.push({ route, bytes, text });
    if (bytes > LIMIT) this.problems.add('oversized-data', route, `setData of ${bytes} bytes`);
  };
}
