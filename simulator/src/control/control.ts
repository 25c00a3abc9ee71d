import { type Answerer, callsOf, type Sides } from '../faults/answerer';
import type { Camera } from '../persons/camera';
import type { People } from '../persons/people';
import type { Person } from '../persons/person';
import { Switches } from '../persons/switches';
import { fieldsOf, json, textIn, type Asked, type Reply, type Routes } from '../wire/asked';

export interface ControlNeeds {
  readonly people: People;
  readonly camera: Camera;
  readonly sides: Sides;
  readonly seen: Answerer['seen'];
}

/** A person as the control page shows one: as they are now, and what of it is switched. */
export interface Row extends Omit<Person, 'openId' | 'wechatId'> {
  readonly switches: Switches;
}

function rowOf(person: Person, people: People): Row {
  const { openId: _openId, wechatId: _wechatId, ...shown } = person;
  return { ...shown, switches: people.switchesOf(person.id) };
}

const WRONG_VALUE = '手机号应是11位，其他只能从列出的值里选 / a phone number of 11 digits, or one of the listed values';

/** null puts one switch back, as JSON cannot say undefined. */
const asSwitches = (fields: unknown) => Switches.safeParse(Object.fromEntries(Object.entries(Object(fields) as object).map(([name, value]) => [name, (value as unknown) ?? undefined])));

function changed({ body }: Asked, { people, camera }: ControlNeeds): Reply {
  const fields = fieldsOf(body);
  const id = textIn(fields, 'person');
  if (!people.byId(id)) return json({ message: 'no such person' }, 404);
  const switches = asSwitches(fields['switches']);
  if (!switches.success) return json({ message: WRONG_VALUE }, 400);
  people.change(id, switches.data);
  camera.forget(id);
  return json(rowOf(people.byId(id)!, people));
}

function putBack({ body }: Asked, { people, camera }: ControlNeeds): Reply {
  const id = textIn(fieldsOf(body), 'person');
  people.reset(id === '' ? undefined : id);
  for (const person of people.list()) if (id === '' || person.id === id) camera.forget(person.id);
  return json(people.list().map((person) => rowOf(person, people)));
}

/** What the control page and `npm run qa` turn and look at: persons with their switches, and the calls that can fail. */
export const controlRoutes = (needs: ControlNeeds): Routes => ({
  'GET /persons': () => json(needs.people.list().map((person) => rowOf(person, needs.people))),
  'POST /persons/switch': (asked) => changed(asked, needs),
  'POST /persons/reset': (asked) => putBack(asked, needs),
  'GET /calls': () => json({ known: callsOf(needs.sides), seen: needs.seen() }),
});
