import { type Put, type Row, type Table, untilUndisturbed } from '../aws/table';
import type { Sealer } from '../crypto/sealer';
import { InsuredPerson, type InsuredLine, isSame, taken } from './insured';

export type Kept = 'added' | 'changed' | 'same';

/** What a file says of one person. */
export interface Lines {
  readonly idNumber: string;
  readonly lines: readonly InsuredLine[];
}

export interface Insured {
  find(idNumber: string): Promise<InsuredPerson | undefined>;
  /** Enters persons who are not there yet, all or none, in one transaction: at most a hundred. Throws Conflict where one of them is there. */
  add(persons: readonly Lines[]): Promise<void>;
  /** Takes lines about one person in, whoever else does so meanwhile. The same lines again write nothing. */
  take(said: Lines): Promise<Kept>;
}

/** The name under which a person's row stands; says nothing of the ID number without the key. */
export type InsuredIndex = (idNumber: string) => string;

/** Insured persons of bureaus whose platform is not connected: one row each, found by a blind index, sealed as a whole. */
export function insuredIn(table: Table, sealer: Sealer, index: InsuredIndex): Insured {
  const keyOf = (idNumber: string) => ({ pk: `IN#${index(idNumber)}`, sk: 'INSURED' });
  const opened = (row: Row | undefined) => row && InsuredPerson.parse(JSON.parse(sealer.open(String(row['person']), { pk: row.pk, sk: row.sk, attribute: 'person' })));
  const put = (idNumber: string, person: InsuredPerson, was: number | 'absent'): Put => {
    const key = keyOf(idNumber);
    return { row: { ...key, person: sealer.seal(JSON.stringify(person), { ...key, attribute: 'person' }) }, was };
  };
  const change = async ({ idNumber, lines }: Lines): Promise<Kept> => {
    const row = await table.get(keyOf(idNumber));
    const [known, next] = [opened(row), taken(opened(row), lines)];
    if (isSame(known, next)) return 'same';
    await table.write([put(idNumber, next, row?.version ?? 'absent')]);
    return row ? 'changed' : 'added';
  };
  return {
    find: async (idNumber) => opened(await table.get(keyOf(idNumber))),
    add: (persons) => table.write(persons.map(({ idNumber, lines }) => put(idNumber, taken(undefined, lines), 'absent'))),
    take: (said) => untilUndisturbed(() => change(said)),
  };
}
