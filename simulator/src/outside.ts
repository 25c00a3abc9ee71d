import { randomBytes, randomInt } from 'node:crypto';
import { later, type Clock } from '@yibao/shared';
import { alipay } from './alipay/alipay';
import { parametersOf } from './alipay/gateway';
import { bureau } from './bureau/bureau';
import { faultRoutes, faults, type Faults } from './faults/faults';
import { spoilt, type Stage } from './faults/spoil';
import { inbox, type Letter } from './inbox/inbox';
import { inboxRoutes, lettersTo } from './inbox/letters';
import type { OutsideKeys } from './outside-keys';
import { camera } from './persons/camera';
import { peopleOf, type People } from './persons/people';
import type { Person } from './persons/person';
import { phoneRoutes } from './phone/phone';
import { sms } from './sms/sms';
import { weapp } from './weapp/weapp';
import { json, type Asked, type Handler, type Reply, type Routes } from './wire/asked';
import { listen } from './wire/listen';

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
  /** Makes WeChat's tokens worthless, as a forced refresh elsewhere would. */
  revokeTokens(): void;
  stop(): Promise<void>;
}

type Answer = (asked: Asked) => Promise<Reply | 'hang up'>;

const nowhere: Handler = () => json({ message: 'nothing here' }, 404);
const handlerIn = (routes: Routes, { method, path }: Asked) => routes[`${method} ${path}`];

/** The name by which a fault is ordered: Alipay's method, the action of a cloud, else the last part of the path. */
function callOf(asked: Asked): string {
  const action = asked.headers['x-tc-action'] ?? asked.headers['x-acs-action'] ?? parametersOf(asked)['method'];
  return typeof action === 'string' ? action : asked.path.slice(asked.path.lastIndexOf('/') + 1);
}

interface Sides {
  readonly platforms: Readonly<Record<string, Routes>>;
  readonly own: Routes;
  readonly stage: Omit<Stage, 'work'>;
}

function answerer({ platforms, own, stage }: Sides, ordered: Faults): Answer {
  return async (asked) => {
    const found = Object.entries(platforms).find(([, routes]) => handlerIn(routes, asked));
    if (!found) return (handlerIn(own, asked) ?? nowhere)(asked);
    const work = () => (handlerIn(found[1], asked) ?? nowhere)(asked);
    const fault = ordered.take(found[0], callOf(asked));
    return fault ? spoilt(fault, { ...stage, work }) : work();
  };
}

/** WeChat, Alipay, the text-message provider, the bureau and everybody's phone, on one loopback port. */
export async function startOutside({ port, now, keys, persons, onMade }: OutsideOptions): Promise<Outside> {
  const people = peopleOf(persons);
  let offset = 0;
  const sideClock = () => later(now(), offset);
  const letters = inbox();
  const needs = { people, inbox: letters, now: sideClock, newId: () => randomBytes(16).toString('hex') };
  const platforms = { weapp: weapp(keys.wechat, needs), alipay: alipay(keys.alipay, needs), sms: sms(keys.sms, needs), bureau: bureau(keys.bureau, needs) };
  const random = () => randomInt(2 ** 32) / 2 ** 32;
  const phone = phoneRoutes({ ...platforms, people, inbox: letters, camera: camera(), random, ...(onMade && { onMade }) });
  const ordered = faults();
  const stage = {
    endTokens: () => platforms.weapp.revokeTokens(),
    ahead(ms: number, work: () => Reply) {
      offset = ms;
      try {
        return work();
      } finally {
        offset = 0;
      }
    },
  };
  const routes = Object.fromEntries(Object.entries(platforms).map(([name, side]) => [name, side.routes]));
  const { url, stop } = await listen(port, answerer({ platforms: routes, own: { ...phone, ...faultRoutes(ordered), ...inboxRoutes(people, letters) }, stage }, ordered));
  return {
    url,
    people,
    faults: ordered,
    inbox: (person) => lettersTo(people.byId(person)!, letters),
    revokeTokens: () => platforms.weapp.revokeTokens(),
    stop,
  };
}
