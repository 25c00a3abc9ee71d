import { engine } from './choose-engine';

/** What each key is for; crypto/inventory.ts says it in words. One key never serves two purposes. */
export const PURPOSES = [
  'seal-cipher',
  'seal-mac',
  'id-number-index',
  'phone-index',
  'insured-index',
  'account',
  'address',
  'pin-pepper',
  'sms-code',
  'ec-token',
  'audit-chain',
  'use-record',
  'audit-anchor',
  'wrap-cipher',
  'wrap-mac',
  'wrap-name',
] as const;
export type Purpose = (typeof PURPOSES)[number];

/** The keys that come from one data key. */
export interface KeySet {
  /** Names the data key; stored with everything that was made with it. */
  readonly id: string;
  of(purpose: Purpose, bytes?: number): Buffer;
}

/** The keys of all data keys; `id` and `of` are those of the newest in use, for new values. */
export interface Keys extends KeySet {
  /** The table that these keys were made for. A restored copy under another name keeps it. */
  readonly table: string;
  named(id: string): KeySet | undefined;
  /** Those in use before the newest, where there was a rotation. */
  readonly previous: KeySet | undefined;
  /** Those before the previous, newest first. */
  readonly older: readonly KeySet[];
  /** The first ever made: what must not change with a rotation is derived from it. */
  readonly first: KeySet;
  /** Those in use at a time, future ones included where already known. */
  at(time: Date): KeySet;
}

/** One data key and the time from which it is used for new values. */
export interface Generation {
  readonly keys: KeySet;
  readonly activeFrom: Date;
}

/** Separates a data key by purpose with HKDF-SM3. */
export function keySetFrom(dataKey: Uint8Array, id: string): KeySet {
  const made = new Map<string, Buffer>();
  return {
    id,
    of(purpose, bytes = 32) {
      const label = `yibao/${id}/${purpose}/${bytes}`;
      const key = made.get(label) ?? engine.hkdfSm3(dataKey, { salt: Buffer.from('yibao'), info: Buffer.from(label), bytes });
      made.set(label, key);
      return key;
    },
  };
}

/** All data keys of a table. */
export interface Ring {
  readonly table: string;
  /** Oldest first, at least one. */
  readonly generations: readonly Generation[];
}

/** The keys as they are at the moment of asking, so that a rotation is followed without a new start. */
export function keysIn(ring: () => Ring, now: () => Date): Keys {
  const generations = () => ring().generations;
  const upTo = (time: Date) => {
    const active = generations().filter(({ activeFrom }) => activeFrom <= time);
    return active.length > 0 ? active : generations().slice(0, 1);
  };
  const current = () => upTo(now()).at(-1)!.keys;
  return {
    get table() {
      return ring().table;
    },
    get id() {
      return current().id;
    },
    get previous() {
      return upTo(now()).at(-2)?.keys;
    },
    get older() {
      return upTo(now()).slice(0, -2).reverse().map(({ keys }) => keys);
    },
    get first() {
      return generations()[0]!.keys;
    },
    of: (purpose, bytes) => current().of(purpose, bytes),
    named: (id) => generations().find(({ keys }) => keys.id === id)?.keys,
    at: (time) => upTo(time).at(-1)!.keys,
  };
}

/** Keys of one data key that is always the newest. */
export function keysFrom(dataKey: string, id = 'k1', table = 'yibao'): Keys {
  const ring = { table, generations: [{ keys: keySetFrom(Buffer.from(dataKey), id), activeFrom: new Date(0) }] };
  return keysIn(() => ring, () => new Date(0));
}
