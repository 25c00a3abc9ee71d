import type { Person } from './person';
import { READY_MADE } from './make-person';

/** Everybody whom the outside world knows. */
export interface People {
  list(): readonly Person[];
  add(person: Person): void;
  byId(id: string): Person | undefined;
  byOpenId(channel: 'weapp' | 'alipay', openId: string): Person | undefined;
  byIdNumber(idNumber: string): Person | undefined;
}

export function peopleOf(more: readonly Person[] = []): People {
  const known = new Map<string, Person>([...READY_MADE, ...more].map((person) => [person.id, person]));
  const find = (is: (person: Person) => boolean) => [...known.values()].find(is);
  return {
    list: () => [...known.values()],
    add: (person) => void known.set(person.id, person),
    byId: (id) => known.get(id),
    byOpenId: (channel, openId) => find((person) => person.openId[channel] === openId),
    byIdNumber: (idNumber) => find((person) => person.idNumber === idNumber),
  };
}
