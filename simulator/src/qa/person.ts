import { CASES } from '../persons/cases';
import { askOutside } from './outside-call';
import { Misused, optionsIn, type Outcome } from './words';

export const PERSON_USAGE = 'person [--list] | person --make CASE';

interface Card {
  readonly id: string;
  readonly name: string;
  readonly idNumber: string;
  readonly phone: string;
  readonly story: string;
}

const line = ({ id, name, idNumber, phone, story }: Card) => `${id.padEnd(20)} ${name}　${idNumber}　${phone}　${story}`;

const cases = () => Object.entries<{ readonly story: string }>(CASES).map(([name, { story }]) => `  ${name.padEnd(18)} ${story}`).join('\n');

/** Lists the test persons, or makes a new one of a case in the running simulator. */
export async function person(words: readonly string[], outside: string): Promise<Outcome> {
  const { make } = optionsIn(words, ['list', 'make']);
  if (make === undefined) return { code: 0, out: ((await askOutside(outside, { method: 'GET', path: '/phone/persons' })) as Card[]).map(line).join('\n') };
  if (make === true || !(make in CASES)) throw new Misused(`--make CASE:\n${cases()}`);
  return { code: 0, out: line((await askOutside(outside, { method: 'POST', path: '/phone/persons', body: { case: make } })) as Card) };
}
