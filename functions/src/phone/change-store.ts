import { DAY, later, SECOND } from '@yibao/shared';
import type { Key, Put, Row, Table } from '../aws/table';
import type { Sealer } from '../crypto/sealer';
import { Change } from './change';
import { Guide } from './guide';

/** A thing as it was read, with the version that a write of it must name. */
export interface Kept<T> {
  readonly value: T | undefined;
  readonly was: number | 'absent';
}

export interface Changes {
  of(account: string): Promise<Kept<Change>>;
  putOf(change: Change, was: number | 'absent', now: Date): Put;
  guideOf(account: string): Promise<Kept<Guide>>;
  guidePut(guide: Guide, was: number | 'absent', now: Date): Put;
  /** Forgets both; nothing where there is none. */
  forgetting(account: string, now: Date): Promise<readonly Put[]>;
  /** All or nothing. Throws Conflict. */
  write(puts: readonly Put[]): Promise<void>;
}

const changeKey = (account: string): Key => ({ pk: `A#${account}`, sk: 'PHONE-CHANGE' });
const guideKey = (account: string): Key => ({ pk: `A#${account}`, sk: 'PHONE-GUIDE' });

/** How long either is remembered after the last step. */
const CHANGE_LASTS_MS = DAY;
const GUIDE_LASTS_MS = 30 * DAY;

const ttlAfter = (now: Date, ms: number) => Math.ceil(later(now, ms).getTime() / SECOND);

/** Rows whose named attributes are sealed where they are there. */
function sealing(sealer: Sealer, attributes: readonly string[]) {
  const each = (key: Key, record: object, change: (value: string, attribute: string) => string): Row => {
    const present = Object.entries(record).filter(([name, value]) => attributes.includes(name) && value !== undefined);
    return { ...key, ...record, ...Object.fromEntries(present.map(([name, value]) => [name, change(String(value), name)])) } as Row;
  };
  return {
    sealed: (key: Key, record: object) => each(key, record, (value, attribute) => sealer.seal(value, { ...key, attribute })),
    opened: (row: Row) => each(row, row, (value, attribute) => sealer.open(value, { pk: row.pk, sk: row.sk, attribute })),
  };
}

/** Changes of numbers that are under way, by account: in WeChat the new number, in Alipay the three steps. */
export function changesIn(table: Table, sealer: Sealer): Changes {
  const rows = sealing(sealer, ['phone', 'from', 'seen']);
  const read = async <T>(key: Key, parse: (row: Row) => T): Promise<Kept<T>> => {
    const row = await table.get(key);
    return { value: row && row['account'] !== undefined ? parse(rows.opened(row)) : undefined, was: row?.version ?? 'absent' };
  };
  return {
    of: (account) => read(changeKey(account), (row) => Change.parse(row)),
    putOf: (change, was, now) => ({ row: { ...rows.sealed(changeKey(change.account), change), ttl: ttlAfter(now, CHANGE_LASTS_MS) }, was }),
    guideOf: (account) => read(guideKey(account), (row) => Guide.parse(row)),
    guidePut: (guide, was, now) => ({ row: { ...rows.sealed(guideKey(guide.account), guide), ttl: ttlAfter(now, GUIDE_LASTS_MS) }, was }),
    async forgetting(account, now) {
      const kept = await Promise.all([changeKey(account), guideKey(account)].map((key) => table.get(key)));
      return kept.flatMap((row) => (row ? [{ row: { pk: row.pk, sk: row.sk, ttl: ttlAfter(now, DAY) }, was: row.version }] : []));
    },
    write: (puts) => table.write(puts),
  };
}
