import type { InsuredLine } from './insured';
import type { Insured, Kept } from './store';

export interface WriteNeeds {
  readonly insured: Pick<Insured, 'take'>;
  readonly sleep: (ms: number) => Promise<void>;
}

export type Counts = Readonly<Record<Kept, number>>;

/** Writes under way at once. */
const AT_ONCE = 32;
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

function byPerson(lines: readonly InsuredLine[]): readonly (readonly [string, readonly InsuredLine[]])[] {
  const persons = new Map<string, InsuredLine[]>();
  for (const line of lines) persons.set(line.idNumber, [...(persons.get(line.idNumber) ?? []), line]);
  return [...persons];
}

/** Writes lines, person by person, some persons at once. Rejects where the table stays away; what was written stays and is known again. */
export async function writeLines(lines: readonly InsuredLine[], needs: WriteNeeds): Promise<Counts> {
  const persons = byPerson(lines)[Symbol.iterator]();
  const counts = { added: 0, changed: 0, same: 0 };
  const work = async () => {
    for (const [idNumber, own] of persons) counts[await patiently(() => needs.insured.take(idNumber, own), needs.sleep)] += 1;
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return counts;
}
