import { type Plain } from './plain';

/** A CommonJS module as the bundler left it. */
export type ModuleBody = (require: (path: string) => unknown, module: { exports: unknown }, exports: unknown) => void;

/** The JavaScript world in which the app runs. */
export interface Realm {
  load(code: string, file: string): ModuleBody;
  /** A copy of plain data whose objects belong to the app's world, as data that crossed the platform's bridge do. */
  adopt<T>(value: T): T;
  /** The same promise as one of the app's world. */
  promise(outer: Promise<unknown>): Promise<unknown>;
  /** True for promises, errors and other objects of this world. */
  owns(value: unknown): boolean;
}

export interface RealmNeeds {
  /** Globals that the platform provides, e.g. wx, Page, setTimeout. */
  readonly globals: Plain;
  readonly now: () => number;
  /** Called when the app makes code from text; the platforms forbid it. */
  readonly forbidden: (code: string) => void;
}

export type MakeRealm = (needs: RealmNeeds) => Realm;
