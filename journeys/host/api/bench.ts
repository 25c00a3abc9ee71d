import { type Clock } from '../clock';
import { type Transport } from '../http';
import { type Plain } from '../plain';
import { type Platform } from '../platform';
import { type Problems } from '../problems';

export interface ApiCall {
  readonly api: string;
  readonly options: unknown;
}

/** How the phone came to show the app: wx.getLaunchOptionsSync and App.onShow receive it. */
export interface Entry {
  readonly path?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly scene?: number | string;
  readonly referrerInfo?: Plain;
}

/** State of the phone that the app can change or notice. */
export interface Device {
  online: boolean;
  /** 0…1 */
  brightness: number;
  keepScreenOn: boolean;
  /** What screenshots and recordings show of the app. */
  captureEffect: string;
  clipboard: string;
  /** Toasts, dialogs and loading texts that the app showed, oldest first. */
  readonly shown: string[];
}

/** What scripted answers can do with the phone besides answering. */
export interface Phone {
  readonly platform: Platform;
  readonly device: Device;
  background(): void;
  foreground(entry?: Entry): Promise<void>;
  /** Work that goes on after the answer was given, e.g. the other mini-program that was opened; the host waits for it. */
  later(work: () => Promise<void>): void;
}

/** The platform's reply to one API: the fields of success, or a thrown ApiFailure. */
export type Answer = (options: Plain, phone: Phone) => unknown;

/** Replies that replace or complete the built-in ones, by API name. */
export type Answers = Readonly<Record<string, Answer>>;

/** An API that fails: `message` as the platform words it, `fields` beside it (errCode, error, …). */
export class ApiFailure extends Error {
  constructor(
    message: string,
    readonly fields: Plain = {},
  ) {
    super(message);
  }
}

/** Listeners of wx.onXxx / my.onXxx. */
export interface Signals {
  listen(name: string, listener: unknown): void;
  forget(name: string, listener: unknown): void;
  send(name: string, payload?: Plain): void;
}

/** Everything that the API is made from. */
export interface Bench {
  readonly platform: Platform;
  readonly clock: Clock;
  /** JSON texts by key; the same map given to a second host is the storage after a restart. */
  readonly storage: Map<string, string>;
  readonly answers: Answers;
  readonly phone: Phone;
  readonly problems: Problems;
  readonly signals: Signals;
  readonly calls: ApiCall[];
  readonly transport: Transport;
  /** Origins that the app may ask, as registered at the platform's console; undefined lets it ask any, as the devtools can. */
  readonly domains: readonly string[] | undefined;
  /** Where a request of the app really goes. */
  readonly resolveUrl: (url: string) => string;
  readonly system: Plain;
  entry(): Plain;
  navigate(api: string, options: Plain): void;
  /** Names the bar of the page in front. */
  nameBar(title: string): void;
  /** Counts as unfinished work until settled. */
  track<T>(work: Promise<T>): Promise<T>;
  adopt<T>(value: T): T;
  /** The same promise as one of the app's world. */
  promise(outer: Promise<unknown>): Promise<unknown>;
}
