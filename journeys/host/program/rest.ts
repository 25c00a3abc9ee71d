import { type Clock, NEAR } from '../clock';

/** So many quiet turns of the event loop in a row mean rest. */
const TURNS = 3;

/** The real ones: in a browser, an app may find the phone's under the same names. */
const { setTimeout: later } = globalThis;
const { now } = Date;

const pause = (): Promise<void> => new Promise((resolve) => later(resolve, 1));

/** Knows whether the app still has something to do. */
export class Rest {
  private open = 0;

  /** `hanging`: how many pieces of work nobody will ever finish. */
  constructor(
    private readonly clock: Clock,
    private readonly hanging = () => 0,
  ) {}

  /** Counts `work` as unfinished until it settles. */
  track = <T>(work: Promise<T>): Promise<T> => {
    this.open++;
    const done = () => {
      this.open--;
    };
    work.then(done, done);
    return work;
  };

  /** Waits until no API call is open and no short timer is due. */
  async reached(limit: number): Promise<void> {
    const end = now() + limit;
    for (let quiet = 0; quiet < TURNS; ) {
      await pause();
      quiet = this.open > this.hanging() || this.clock.dueWithin(NEAR) ? 0 : quiet + 1;
      if (now() > end) throw new Error(`the app did not come to rest within ${limit} ms (open API calls: ${this.open})`);
    }
  }
}
