import { DAY, SECOND } from '@yibao/shared';
import type { Put, Table } from '../aws/table';
import type { Sealer } from '../crypto/sealer';
import { Progress } from './activation';

export type StoredProgress = Progress & { readonly version: number };

export interface Activations {
  of(account: string): Promise<StoredProgress | undefined>;
  /** A step together with what belongs to it (a consent, the voucher's rows), all or nothing. */
  keep(next: Progress, was: number | 'absent', puts?: readonly Put[]): Promise<void>;
  /** The row of a step, to be written with what it belongs to. */
  putOf(next: Progress, was: number | 'absent'): Put;
  /** Counts tries of a kind on a day and gives the new count. */
  countTry(account: string, kind: 'face', day: string): Promise<number>;
}

const keyOf = (account: string) => ({ pk: `A#${account}`, sk: 'ACTIVATION' });

const SEALED = ['name', 'idNumber', 'phone'] as const;

type Sealed = (typeof SEALED)[number];

/** Activations by account. Name, ID number and phone are sealed to their row; an activation that was left disappears with them. */
export function activationsIn(table: Table, sealer: Sealer): Activations {
  const each = (record: Record<string, unknown>, change: (value: string, attribute: Sealed) => string) =>
    Object.fromEntries(SEALED.filter((attribute) => record[attribute] !== undefined).map((attribute) => [attribute, change(String(record[attribute]), attribute)]));
  const putOf = (next: Progress, was: number | 'absent'): Put => {
    const key = keyOf(next.account);
    const ttl = next.step === 'done' ? {} : { ttl: Math.ceil((Date.parse(next.savedUntil) + DAY) / SECOND) };
    return { row: { ...key, ...next, ...ttl, ...each(next, (value, attribute) => sealer.seal(value, { ...key, attribute })) }, was };
  };
  return {
    async of(account) {
      const key = keyOf(account);
      const row = await table.get(key);
      if (!row) return undefined;
      const opened = each(row, (value, attribute) => sealer.open(value, { ...key, attribute }));
      return { ...Progress.parse({ ...row, ...opened }), version: row.version };
    },
    keep: (next, was, puts = []) => table.write([...puts, putOf(next, was)]),
    putOf,
    countTry(account, kind, day) {
      const ttl = Math.ceil((Date.parse(`${day}T00:00:00Z`) + 2 * DAY) / SECOND);
      return table.count({ pk: `A#${account}`, sk: `TRIES#${kind}#${day}` }, ttl);
    },
  };
}
