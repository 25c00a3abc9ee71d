import type { CodeParts } from '@yibao/shared';
import type { Key, Put, Table } from '../aws/table';
import type { Sealer } from '../crypto/sealer';
import { CodeRow, made, revoked } from './code-row';
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

/** Opened and read where there is no row, so that a handle that nobody has takes the same work as one that somebody has. */
const NOBODY = made(
  { province: '00', handle: '0'.repeat(10), seed: '0'.repeat(64), voucherId: '', account: '', channel: 'weapp', device: '', name: '无此人', idNumber: '0'.repeat(18), region: '100000' },
  new Date(0),
);

/** Rows that a counter finds by the digits of a code. Seed, name and ID number are sealed to their row. */
export function codesIn(table: Table, sealer: Sealer): Codes {
  const sealedIn = (code: CodeRow) => Object.fromEntries(SEALED.map((attribute) => [attribute, sealer.seal(code[attribute], { ...keyOf(code), attribute })]));
  const openedIn = (row: Key & Readonly<Record<string, unknown>>) =>
    Object.fromEntries(SEALED.map((attribute) => [attribute, sealer.open(String(row[attribute]), { pk: row.pk, sk: row.sk, attribute })]));
  const rowOf = (code: CodeRow) => ({ ...keyOf(code), ...code, ...sealedIn(code) });
  let nobody: ReturnType<typeof rowOf> | undefined;
  const find = async (place: Pick<CodeParts, 'province' | 'handle'>): Promise<Stored<CodeRow> | undefined> => {
    nobody ??= rowOf(NOBODY);
    const row = await table.get(keyOf(place));
    const found = row ?? nobody;
    const code = CodeRow.parse({ ...found, ...openedIn(found) });
    return row && { ...code, version: row.version };
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
