import { CASES } from '../persons/cases';
import { FACES } from '../persons/person';
import { askOutside } from './outside-call';
import { Misused, optionsIn, type Outcome } from './words';

export const PERSON_USAGE = `person [--list] | person --make CASE | person --reset ID|all | person --set ID [--face ${FACES.join('|').replaceAll(' ', '-')}]
         [--account own|relative|nobody] [--bureau-name own|old] [--insured CASE] [--subscribes yes|no] [--weapp-phone NUMBER] [--alipay-phone NUMBER]`;

interface Card {
  readonly id: string;
  readonly name: string;
  readonly idNumber: string;
  readonly phone: string;
  readonly story: string;
  readonly switches?: object;
}

const switchesText = (switches: object = {}) => Object.entries(switches).map(([name, value]) => `${name}=${value}`).join(' ');

function line({ id, name, idNumber, phone, story, switches }: Card): string {
  const set = switchesText(switches);
  return `${id.padEnd(20)} ${name}　${idNumber}　${phone}　${story}${set && `　※ ${set}`}`;
}

const listed = (cards: unknown): Outcome => ({ code: 0, out: (cards as Card[]).map(line).join('\n') });

const cases = () => Object.entries<{ readonly story: string }>(CASES).map(([name, { story }]) => `  ${name.padEnd(18)} ${story}`).join('\n');

type Words = Readonly<Record<string, string | true>>;
type Reading = (word: string) => unknown;

const asWritten: Reading = (word) => word;

/** Words of the command line for switches, and what they are called on the wire. */
const SWITCHES: Readonly<Record<string, { readonly name: string; readonly value?: Reading }>> = {
  face: { name: 'face', value: (word) => word.replaceAll('-', ' ') },
  account: { name: 'account' },
  'bureau-name': { name: 'bureauName' },
  insured: { name: 'insured' },
  subscribes: { name: 'subscribes', value: (word) => (word === 'yes' ? true : word === 'no' ? false : word) },
  'weapp-phone': { name: 'weappPhone' },
  'alipay-phone': { name: 'alipayPhone' },
};

const switchesIn = (given: Words) =>
  Object.fromEntries(Object.entries(SWITCHES).flatMap(([word, { name, value = asWritten }]) => (given[word] === undefined ? [] : [[name, value(String(given[word]))]])));

async function make(name: string | true, outside: string): Promise<Outcome> {
  if (name === true || !(name in CASES)) throw new Misused(`--make CASE:\n${cases()}`);
  return listed([await askOutside(outside, { method: 'POST', path: '/phone/persons', body: { case: name } })]);
}

async function set(id: string | true, switches: object, outside: string): Promise<Outcome> {
  if (id === true || Object.keys(switches).length === 0) throw new Misused(PERSON_USAGE);
  return listed([await askOutside(outside, { method: 'POST', path: '/persons/switch', body: { person: id, switches } })]);
}

async function reset(id: string | true, outside: string): Promise<Outcome> {
  if (id === true) throw new Misused(PERSON_USAGE);
  return listed(await askOutside(outside, { method: 'POST', path: '/persons/reset', body: id === 'all' ? {} : { person: id } }));
}

/** Lists the test persons, makes a new one of a case, or turns what is special about one, in the running simulator. */
export async function person(words: readonly string[], outside: string): Promise<Outcome> {
  const given = optionsIn(words, ['list', 'make', 'set', 'reset', ...Object.keys(SWITCHES)]);
  if (given['make'] !== undefined) return make(given['make'], outside);
  if (given['set'] !== undefined) return set(given['set'], switchesIn(given), outside);
  if (given['reset'] !== undefined) return reset(given['reset'], outside);
  return listed(await askOutside(outside, { method: 'GET', path: '/persons' }));
}
