/** A dialog of the platform, outside the app's own pages. */
export type Consent = 'real-name' | 'account' | 'face' | 'phone-number' | 'other-number' | 'add-card' | 'open-card';

export interface Leavings {
  readonly storage: Readonly<Record<string, string>>;
  readonly console: readonly string[];
  readonly addresses: readonly string[];
}

/** What a person can do with a phone, whichever way the app runs on it. Things on a page are named by their id. */
export interface Hands {
  /** All that can be read on the page. */
  text(): Promise<string>;
  has(text: string): Promise<boolean>;
  exists(id: string): Promise<boolean>;
  tap(id: string): Promise<void>;
  tapText(text: string): Promise<void>;
  type(id: string, value: string): Promise<void>;
  /** Waits for the text, or for the first of several ids to appear, and says which. */
  waitForText(text: string): Promise<void>;
  waitForAny(ids: readonly string[]): Promise<string>;
  /** Agrees to what the platform asks, where it asks visibly. */
  agree(consent: Consent): Promise<void>;
  /** Reads a code figure as a scanner does; undefined if there is none that can be read. */
  scan(id: 'qr' | 'bar'): Promise<string | undefined>;
  /** The text that was copied last. */
  clipboard(): Promise<string>;
  online(on: boolean): Promise<void>;
  /** The phone forgets the running app and opens it again, at a page where an entry leads to one, by an entry with this scene; what the app stored is still there. */
  restart(page?: string, scene?: string): Promise<void>;
  /** Lets time pass on the phone's clock, in milliseconds. */
  pass(span: number): Promise<void>;
  /** Sets the phone's clock forward, or back, without any time passing; it stays so over restarts. */
  setClock(by: number): Promise<void>;
  /** What the app leaves behind: all that the phone keeps for it, what it printed, and the addresses that it went to. */
  leavings(): Promise<Leavings>;
  /** Ends; fails if the app had an error that it did not handle. */
  close(): Promise<void>;
}

/** How long a person waits for a page, in milliseconds. */
export const PATIENCE = 20_000;
