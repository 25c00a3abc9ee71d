import { Conflict } from '../aws/table';
import type { InsuredLine } from './insured';
import type { Insured, Kept, Lines } from './store';

export interface WriteNeeds {
  readonly insured: Pick<Insured, 'add' | 'take'>;
  readonly sleep: (ms: number) => Promise<void>;
}

export type Counts = Readonly<Record<Kept, number>>;

/** Persons of one transaction: four times as fast as one by one; where one is known already, all of them are taken one by one. */
const TOGETHER = 25;
/** Transactions under way at once. */
const AT_ONCE = 4;
const TRIES = 6;

/** The table is throttled or not reached for a moment; the client's own tries are over. */
const PASSING = /Throttl|ThroughputExceeded|RequestLimit|InternalServerError|ServiceUnavailable|TimeoutError|ECONNRESET|ETIMEDOUT/;

async function patiently<T>(attempt: () => Promise<T>, sleep: WriteNeeds['sleep'], tried = 1): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    const { name, code = '' } = error as Error & { code?: string };
    if (tried >= TRIES || !PASSING.test(`${name} ${code}`)) throw error;
    await sleep(250 * 2 ** tried);
    return patiently(attempt, sleep, tried + 1);
  }
}

function byPerson(lines: readonly InsuredLine[]): readonly Lines[] {
  const persons = new Map<string, InsuredLine[]>();
  for (const line of lines) persons.set(line.idNumber, [...(persons.get(line.idNumber) ?? []), line]);
  return [...persons].map(([idNumber, own]) => ({ idNumber, lines: own }));
}

async function added(group: readonly Lines[], { insured, sleep }: WriteNeeds): Promise<boolean> {
  try {
    await patiently(() => insured.add(group), sleep);
    return true;
  } catch (error) {
    if (error instanceof Conflict) return false;
    throw error;
  }
}

async function writeGroup(group: readonly Lines[], needs: WriteNeeds): Promise<readonly Kept[]> {
  if (await added(group, needs)) return group.map(() => 'added');
  return Promise.all(group.map((said) => patiently(() => needs.insured.take(said), needs.sleep)));
}

/** Writes lines, person by person. Rejects where the table stays away; what was written stays and is known again. */
export async function writeLines(lines: readonly InsuredLine[], needs: WriteNeeds): Promise<Counts> {
  const persons = byPerson(lines);
  const groups = Array.from({ length: Math.ceil(persons.length / TOGETHER) }, (_, i) => persons.slice(i * TOGETHER, (i + 1) * TOGETHER))[Symbol.iterator]();
  const counts = { added: 0, changed: 0, same: 0 };
  const work = async () => {
    for (const group of groups) for (const kept of await writeGroup(group, needs)) counts[kept] += 1;
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return counts;
}
