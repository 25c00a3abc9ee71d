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

const LOOK = 5;
/** How many looks, each of some milliseconds. */
const LOOKS = 600;

export const pause = (span: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, span));

/** Waits until there is what `look` finds. */
export const found = async <T>(look: () => T | undefined, what: string): Promise<T> => {
  for (let looks = 0; looks < LOOKS; looks++) {
    const seen = look();
    if (seen !== undefined) return seen;
    await pause(LOOK);
  }
  throw new Error(`${what} did not appear on the page:\n${document.body.innerText.slice(0, 1500)}`);
};
