import { randomBytes, randomInt } from 'node:crypto';
import type { Clock } from '@yibao/shared';
import { alipay } from './alipay/alipay';
import { bureau } from './bureau/bureau';
import { controlRoutes } from './control/control';
import { answerer } from './faults/answerer';
import { faultRoutes, faults, type Faults } from './faults/faults';
import { inbox, type Letter } from './inbox/inbox';
import { inboxRoutes, lettersTo } from './inbox/letters';
import type { OutsideKeys } from './outside-keys';
import { camera } from './persons/camera';
import { peopleOf, type People } from './persons/people';
import type { Person } from './persons/person';
import { phoneRoutes } from './phone/phone';
import { sms } from './sms/sms';
import { weapp } from './weapp/weapp';
import { listen } from './wire/listen';
import { movableClock } from './wire/movable-clock';

export { newOutsideKeys, platformSecretFor, type OutsideKeys } from './outside-keys';

export interface OutsideOptions {
  readonly port: number;
  readonly now: Clock;
  readonly keys: OutsideKeys;
  /** Persons besides the ready-made ones. */
  readonly persons?: readonly Person[];
  /** Told of every person made by POST /phone/persons. */
  readonly onMade?: (person: Person) => void;
}

export interface Outside {
  readonly url: string;
  readonly people: People;
  readonly faults: Faults;
  /** What this person's phone shows, newest first. */
  inbox(person: string): readonly Letter[];
  /** Puts a message on the phones of this number or account. */
  deliver(address: string, letter: Letter): void;
  /** Makes WeChat's tokens worthless, as a forced refresh elsewhere would. */
  readonly revokeTokens: () => void;
  stop(): Promise<void>;
}

/** WeChat, Alipay, the text-message provider, the bureau and everybody's phone, on one loopback port. */
export async function startOutside({ port, now, keys, persons, onMade }: OutsideOptions): Promise<Outside> {
  const people = peopleOf(persons);
  const clock = movableClock(now);
  const needs = { people, inbox: inbox(), now: clock.now, newId: () => randomBytes(16).toString('hex') };
  const sides = { weapp: weapp(keys.wechat, needs), alipay: alipay(keys.alipay, needs), sms: sms(keys.sms, needs), bureau: bureau(keys.bureau, needs) };
  const ordered = faults();
  const watching = camera();
  const random = () => randomInt(2 ** 32) / 2 ** 32;
  const own = {
    ...phoneRoutes({ ...needs, ...sides, camera: watching, random, ...(onMade && { onMade }) }),
    ...faultRoutes(ordered),
    ...sides.bureau.counter,
    ...inboxRoutes(people, needs.inbox),
    ...controlRoutes({ people, camera: watching, sides, seen: () => answers.seen() }),
  };
  const answers = answerer({ sides, own, faults: ordered, now, stage: { ahead: clock.ahead, endTokens: sides.weapp.revokeTokens } });
  const { url, stop } = await listen(port, answers.answer);
  return {
    url,
    people,
    faults: ordered,
    inbox: (person) => lettersTo(people.byId(person)!, needs.inbox),
    deliver: (address, letter) => needs.inbox.put(address, letter),
    revokeTokens: sides.weapp.revokeTokens,
    stop,
  };
}
