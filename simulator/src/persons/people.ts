import { READY_MADE } from './make-person';
import type { Person } from './person';
import { switched, type Switches } from './switches';

/** Everybody whom the outside world knows, as they are now. */
export interface People {
  list(): readonly Person[];
  add(person: Person): void;
  byId(id: string): Person | undefined;
  byOpenId(channel: 'weapp' | 'alipay', openId: string): Person | undefined;
  byIdNumber(idNumber: string): Person | undefined;
  /** Adds to what is switched about a person; a switch that is undefined goes back to how the person was made. */
  change(id: string, switches: Switches): void;
  switchesOf(id: string): Switches;
  /** The person, or everybody, is again as made. */
  reset(id?: string): void;
}

const usual = ({ phone }: Person): object => ({ subscribes: true, accountPhone: { weapp: phone, alipay: phone } });

/** Persons kept by an earlier version lack what was added since. */
const complete = (person: Person): Person => ({ ...usual(person), ...person });

const setOnly = (switches: Switches) => Object.fromEntries(Object.entries(switches).filter(([, value]) => value !== undefined)) as Switches;

export function peopleOf(more: readonly Person[] = []): People {
  const made = new Map<string, Person>([...READY_MADE, ...more].map((person) => [person.id, complete(person)]));
  const set = new Map<string, Switches>();
  const now = (person: Person) => switched(person, set.get(person.id) ?? {});
  const list = () => [...made.values()].map(now);
  const find = (is: (person: Person) => boolean) => list().find(is);
  const switchesOf = (id: string) => set.get(id) ?? {};
  return {
    list,
    add: (person) => void made.set(person.id, person),
    byId: (id) => find((person) => person.id === id),
    byOpenId: (channel, openId) => find((person) => person.openId[channel] === openId),
    byIdNumber: (idNumber) => find((person) => person.idNumber === idNumber),
    change: (id, switches) => void set.set(id, setOnly({ ...switchesOf(id), ...switches })),
    switchesOf,
    reset: (id) => (id === undefined ? set.clear() : void set.delete(id)),
  };
}
