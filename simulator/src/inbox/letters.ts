import type { People } from '../persons/people';
import type { Person } from '../persons/person';
import { json, type Routes } from '../wire/asked';
import type { Inbox, Letter } from './inbox';

const numbersOf = ({ phone, accountPhone }: Person) => [...new Set([phone, accountPhone.weapp, accountPhone.alipay])];

const newestFirst = (a: Letter, b: Letter) => b.at.localeCompare(a.at);

/** Text messages to any number of this person, newest first. */
export const textsTo = (person: Person, inbox: Inbox): Letter[] => numbersOf(person).flatMap((number) => inbox.at(number)).sort(newestFirst);

/** All that a person's phone shows, newest first. */
export const lettersTo = (person: Person, inbox: Inbox): Letter[] =>
  [...textsTo(person, inbox), ...inbox.at(person.openId.weapp), ...inbox.at(person.openId.alipay)].sort(newestFirst);

/** What the inbox page asks: everybody, with what has come to them. */
export const inboxRoutes = (people: People, inbox: Inbox): Routes => ({
  'GET /inbox': () => json(people.list().map((person) => ({ id: person.id, name: person.name, phone: person.phone, letters: lettersTo(person, inbox) }))),
});
