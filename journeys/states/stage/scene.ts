import { type Kept, type Service, type Step } from '../state';
import { type Finding } from './inspect';

/** A state, ready to be put on: everything that the page in the browser has to know. */
export interface Scene {
  readonly page: string;
  readonly sign: string;
  readonly kept: Kept;
  readonly online: boolean;
  readonly service: Service;
  readonly phone: Readonly<Record<string, unknown>>;
  readonly steps: readonly Step[];
  /** What the phone's clock shows; it stands still until it is moved. */
  readonly at: number;
}

/** What the other side calls by its name, on the compiled bundles and on the web build. */
export interface Stage {
  /** Opens the page and does the steps; rejects when the sign does not appear. The web build is opened by its address instead. */
  show(scene: Scene): Promise<void>;
  /** What is wrong with what is to be seen; in the other text size, too, which one class of the page switches. */
  inspect(elder?: boolean): Finding[];
  /** Errors that nobody caught. */
  problems(): readonly string[];
}

declare global {
  interface Window {
    stage: Stage;
  }
}

/** An app of which is known when it has nothing more to do. */
export interface Resting {
  /** Resolves when the app rests. */
  idle(): Promise<void>;
  /** Lets milliseconds pass on the phone's clock. */
  advance(span: number): Promise<void>;
}

/** So long, on the phone's clock, something may take to come by itself. */
const LONGEST = 3000;
const STEP = 250;

/** Waits until there is what `look` finds: until the app rests, and then from one timer to the next. */
export const found = async <T>(app: Resting, look: () => T | undefined, missing: () => string): Promise<T> => {
  await app.idle();
  for (let waited = 0; ; waited += STEP) {
    const seen = look();
    if (seen !== undefined) return seen;
    if (waited >= LONGEST) throw new Error(missing());
    await app.advance(STEP);
  }
};
