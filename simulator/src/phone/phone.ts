import type { Alipay } from '../alipay/alipay';
import type { Inbox } from '../inbox/inbox';
import { textsTo } from '../inbox/letters';
import type { Camera, Look } from '../persons/camera';
import { isCase, makePerson } from '../persons/make-person';
import type { People } from '../persons/people';
import type { Person } from '../persons/person';
import { fieldsOf, json, textIn, type Asked, type Handler, type Routes } from '../wire/asked';
import type { Weapp } from '../weapp/weapp';
import { phoneScript } from './phone-script';
import { walletOf } from './wallet';

export interface PhoneNeeds {
  readonly people: People;
  readonly weapp: Weapp;
  readonly alipay: Alipay;
  readonly inbox: Inbox;
  readonly camera: Camera;
  readonly random: () => number;
  /** Told of every person that is made, so that somebody can keep them. */
  readonly onMade?: (person: Person) => void;
}

const cardOf = ({ id, story, name, idNumber, phone, openId }: Person) => ({ id, story, name, idNumber, phone, openId });

type OnPhone = (person: Person, fields: Record<string, unknown>) => unknown;

const persons = ({ people, random, onMade }: PhoneNeeds): Routes => ({
  'GET /phone/persons': () => json(people.list().map(cardOf)),
  'POST /phone/persons': ({ body }) => {
    const name = textIn(fieldsOf(body), 'case');
    if (!isCase(name)) return json({ message: 'no such case' }, 404);
    const person = makePerson(name, random);
    people.add(person);
    onMade?.(person);
    return json(cardOf(person), 201);
  },
});

/** The person adds a number in WeChat's sheet and gives that one. */
function withOther(person: Person, { people, random }: PhoneNeeds): Person {
  people.change(person.id, { weappPhone: `1390001${String(Math.floor(random() * 10_000)).padStart(4, '0')}` });
  return people.byId(person.id)!;
}

const idsIn = (fields: Record<string, unknown>, name: string) => (Array.isArray(fields[name]) ? fields[name].map(String) : []);

/** What the platforms' apps do on a person's phone, and nobody but the phone's owner can. */
export function phoneRoutes(needs: PhoneNeeds): Routes {
  const { people, weapp, alipay, inbox, camera } = needs;
  const on = (act: OnPhone): Handler => ({ body, query }: Asked) => {
    const fields = { ...query, ...fieldsOf(body) };
    const person = people.byId(textIn(fields, 'person'));
    return person ? json(act(person, fields)) : json({ message: 'no such person' }, 404);
  };
  const lookAt = (person: Person, fields: Record<string, unknown>) => (idNumber: string): Look => (fields['cancel'] === true ? 'cancelled' : camera.look(person, idNumber));
  const taskIn = (fields: Record<string, unknown>) => ({ certifyId: textIn(fields, 'certifyId'), ...(typeof fields['url'] === 'string' && { url: fields['url'] }) });
  return {
    ...persons(needs),
    ...Object.fromEntries(Object.entries(walletOf(needs)).map(([route, act]) => [route, on(act)])),
    'POST /phone/weapp/login': on((person) => ({ code: weapp.login(person) })),
    'POST /phone/weapp/realname': on((person) => ({ code: weapp.realName(person) })),
    'POST /phone/weapp/face': on((person, fields) => weapp.face(person, textIn(fields, 'verifyId'), lookAt(person, fields))),
    'POST /phone/alipay/login': on((person) => ({ authCode: alipay.authorise({ person, scope: 'auth_base' }) })),
    'POST /phone/alipay/auth-user': on((person) => ({ authCode: alipay.authorise({ person, scope: 'auth_user' }) })),
    'POST /phone/alipay/face': on((person, fields) => alipay.face(taskIn(fields), lookAt(person, fields))),
    'POST /phone/alipay/phone-number': on((person) => ({ response: alipay.phonePacket({ ...person, phone: person.accountPhone.alipay }) })),
    'POST /phone/weapp/phone-number': on((person, fields) => ({ code: weapp.phoneNumber(fields['other'] === true ? withOther(person, needs) : person, fields['foreign'] === true ? 'foreign' : 'account') })),
    'POST /phone/weapp/subscribe': on((person, fields) => weapp.messages.ask(person, idsIn(fields, 'tmplIds'))),
    'POST /phone/alipay/subscribe': on((person, fields) => alipay.messages.ask(person, idsIn(fields, 'entityIds'))),
    'GET /phone/inbox': on((person) => textsTo(person, inbox)),
    'GET /phone.js': () => ({ status: 200, type: 'text/javascript; charset=utf-8', body: phoneScript() }),
  };
}
