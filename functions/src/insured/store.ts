import { Conflict, type Row, type Table, untilUndisturbed } from '../aws/table';
import type { Sealer } from '../crypto/sealer';
import { InsuredPerson, type InsuredLine, isSame, taken } from './insured';

export type Kept = 'added' | 'changed' | 'same';

export interface Insured {
  find(idNumber: string): Promise<InsuredPerson | undefined>;
  /** Takes lines about one person in, whoever else does so meanwhile. The same lines again write nothing. */
  take(idNumber: string, lines: readonly InsuredLine[]): Promise<Kept>;
}

/** The name under which a person's row stands; says nothing of the ID number without the key. */
export type InsuredIndex = (idNumber: string) => string;

/** Insured persons of bureaus whose platform is not connected: one row each, found by a blind index, sealed as a whole. */
export function insuredIn(table: Table, sealer: Sealer, index: InsuredIndex): Insured {
  const keyOf = (idNumber: string) => ({ pk: `IN#${index(idNumber)}`, sk: 'INSURED' });
  const opened = (row: Row | undefined) => row && InsuredPerson.parse(JSON.parse(sealer.open(String(row['person']), { pk: row.pk, sk: row.sk, attribute: 'person' })));
  const put = (idNumber: string, person: InsuredPerson, was: number | 'absent') => {
    const key = keyOf(idNumber);
    return table.write([{ row: { ...key, person: sealer.seal(JSON.stringify(person), { ...key, attribute: 'person' }) }, was }]);
  };
  const change = async (idNumber: string, lines: readonly InsuredLine[], seen?: Row): Promise<Kept> => {
    const row = seen ?? (await table.get(keyOf(idNumber)));
    const [known, next] = [opened(row), taken(opened(row), lines)];
    if (isSame(known, next)) return 'same';
    await put(idNumber, next, row?.version ?? 'absent');
    return row ? 'changed' : 'added';
  };
  return {
    find: async (idNumber) => opened(await table.get(keyOf(idNumber))),
    /** Most lines are of persons who are not there yet: they take one write and no reading. */
    async take(idNumber, lines) {
      try {
        await put(idNumber, taken(undefined, lines), 'absent');
        return 'added';
      } catch (error) {
        if (!(error instanceof Conflict)) throw error;
        let seen = error.current;
        return untilUndisturbed(() => {
          const first = seen;
          seen = undefined;
          return change(idNumber, lines, first);
        });
      }
    },
  };
}
