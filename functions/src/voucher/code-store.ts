import type { CodeParts } from '@yibao/shared';
import type { Put, Table } from '../aws/table';
import type { Sealer } from '../crypto/sealer';
import { CodeRow, revoked } from './code-row';
import type { Stored } from './store';
import type { Binding } from './voucher';
import { bindingRow } from './voucher-rows';

export interface Replacement {
  readonly next: CodeRow;
  readonly before: Stored<CodeRow> | undefined;
  readonly ended: CodeRow | undefined;
  readonly binding: Stored<Binding>;
  readonly told: readonly Put[];
}

export interface Codes {
  find(parts: Pick<CodeParts, 'province' | 'handle'>): Promise<Stored<CodeRow> | undefined>;
  keep(next: CodeRow, was: number): Promise<void>;
  /** A new seed, the end of the one before, the binding that points to it, and what tells of it, all or nothing. */
  replace(change: Replacement): Promise<void>;
  /** The row of a code that ends with something else, to be written with it. */
  ending(place: Pick<CodeParts, 'province' | 'handle'>): Promise<readonly Put[]>;
}

const keyOf = ({ province, handle }: Pick<CodeParts, 'province' | 'handle'>) => ({ pk: `QH#${province}#${handle}`, sk: 'CODE' });

const SEALED = ['seed', 'name', 'idNumber'] as const;

/** Rows that a counter finds by the digits of a code. Seed, name and ID number are sealed to their row. */
export function codesIn(table: Table, sealer: Sealer): Codes {
  const rowOf = (code: CodeRow) => {
    const key = keyOf(code);
    const sealed = Object.fromEntries(SEALED.map((attribute) => [attribute, sealer.seal(code[attribute], { ...key, attribute })]));
    return { ...key, ...code, ...sealed };
  };
  const find = async (place: Pick<CodeParts, 'province' | 'handle'>): Promise<Stored<CodeRow> | undefined> => {
    const key = keyOf(place);
    const row = await table.get(key);
    if (!row) return undefined;
    const opened = Object.fromEntries(SEALED.map((attribute) => [attribute, sealer.open(String(row[attribute]), { ...key, attribute })]));
    return { ...CodeRow.parse({ ...row, ...opened }), version: row.version };
  };
  return {
    find,
    keep: (next, was) => table.write([{ row: rowOf(next), was }]),
    replace({ next, before, ended, binding, told }) {
      const { version, ...bound } = binding;
      const puts: Put[] = [
        ...told,
        { row: rowOf(next), was: 'absent' },
        { row: bindingRow({ ...bound, code: { province: next.province, handle: next.handle } }, sealer), was: version },
      ];
      if (before && ended) puts.push({ row: rowOf(ended), was: before.version });
      return table.write(puts);
    },
    async ending(place) {
      const found = await find(place);
      if (!found) return [];
      const { version, ...row } = found;
      return [{ row: rowOf(revoked(row)), was: version }];
    },
  };
}
