import type { Clock } from '@yibao/shared';
import { parametersOf } from '../alipay/gateway';
import { json, type Asked, type Handler, type Reply, type Routes } from '../wire/asked';
import type { Faults } from './faults';
import type { FaultKind, Upstream } from './kinds';
import { type Retell, retoldUnsigned } from './retell';
import { spoilt, type Stage } from './spoil';

/** One side of the outside world. */
export interface Side {
  readonly routes: Routes;
  /** Names by which its calls are told apart; the last parts of its paths unless told. */
  readonly calls?: readonly string[];
  /** Where it signs its answers. */
  readonly retell?: Retell;
}

export type Sides = Readonly<Record<Upstream, Side>>;

const lastPart = (path: string) => path.slice(path.lastIndexOf('/') + 1);

/** The calls of each side by the names under which faults are ordered. */
export const callsOf = (sides: Sides): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(Object.entries(sides).map(([name, { routes, calls }]) => [name, calls ?? Object.keys(routes).map(lastPart)]));

/** Alipay's method, the action of a cloud, else the last part of the path. */
function callOf(asked: Asked): string {
  const action = asked.headers['x-tc-action'] ?? asked.headers['x-acs-action'] ?? parametersOf(asked)['method'];
  return typeof action === 'string' ? action : lastPart(asked.path);
}

/** A call that came in, without what was said. */
export interface Seen {
  /** Counts all calls since the start. */
  readonly number: number;
  readonly at: string;
  readonly upstream: string;
  readonly call: string;
  readonly fault?: FaultKind;
}

const KEPT = 300;

export interface Answerer {
  readonly answer: (asked: Asked) => Promise<Reply | 'hang up'>;
  /** The latest calls, newest first. */
  seen(): readonly Seen[];
}

interface World {
  readonly sides: Sides;
  readonly own: Routes;
  readonly faults: Faults;
  readonly stage: Pick<Stage, 'ahead' | 'endTokens'>;
  readonly now: Clock;
}

interface Called {
  readonly upstream: string;
  readonly call: string;
  readonly retell?: Retell | undefined;
}

const nowhere: Handler = () => json({ message: 'nothing here' }, 404);
const handlerIn = (routes: Routes, { method, path }: Asked) => routes[`${method} ${path}`];

/** Hands each request to the side that it is for, spoilt by what is ordered for it. */
export function answerer({ sides, own, faults, stage, now }: World): Answerer {
  const last = new Map<string, Reply>();
  let seen: readonly Seen[] = [];
  const asOrdered = async ({ upstream, call, retell = retoldUnsigned }: Called, work: () => Reply) => {
    const fault = faults.take(upstream, call);
    seen = [{ number: (seen[0]?.number ?? 0) + 1, at: now().toISOString(), upstream, call, ...(fault && { fault: fault.kind }) }, ...seen].slice(0, KEPT);
    const before = last.get(`${upstream} ${call}`);
    const working = () => {
      const reply = work();
      last.set(`${upstream} ${call}`, reply);
      return reply;
    };
    return fault ? spoilt(fault, { ...stage, work: working, before, retell }) : working();
  };
  return {
    seen: () => seen,
    answer: async (asked) => {
      const found = Object.entries(sides).find(([, { routes }]) => handlerIn(routes, asked));
      if (!found) return (handlerIn(own, asked) ?? nowhere)(asked);
      const [upstream, { routes, retell }] = found;
      return asOrdered({ upstream, call: callOf(asked), retell }, () => handlerIn(routes, asked)!(asked));
    },
  };
}
