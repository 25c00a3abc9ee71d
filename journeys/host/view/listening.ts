import * as glassEasel from 'glass-easel';
import { type Callback } from '../plain';
import { type Platform } from '../platform';
import { type Problems } from '../problems';
import { plainEvent } from './events';

export interface ListenNeeds {
  readonly platform: Platform;
  readonly problems: Problems;
  /** Makes the event an object of the app's world. */
  readonly adopt: <T>(value: T) => T;
}

type Group = glassEasel.template.ProcGenGroup;
type Bound = [element: glassEasel.Element, type: string, handler: unknown, ...rest: unknown[]];
type Listen = (...bound: Bound) => void;

/** The part of glass-easel's renderer that binds handlers; `v` is its name in compiled templates. */
interface Renderer {
  v: Listen;
}

/** Finds the method that a template names, at the moment of the event, as the platform does. */
const dispatching = (name: string, element: glassEasel.Element, needs: ListenNeeds) => (event: glassEasel.ShadowedEvent<unknown>) => {
  const { platform, problems, adopt } = needs;
  const host = element.ownerShadowRoot?.getHostNode();
  const method = host === undefined ? undefined : (glassEasel.Component.getMethod(host, name) as Callback | undefined);
  if (host === undefined || method === undefined) {
    problems.add('unknown-handler', host?.is ?? 'view', `no method "${name}" handles the event "${event.type}"`);
    return undefined;
  }
  return method.call(host.getMethodCaller(), adopt(plainEvent(event, platform)));
};

const seen = new WeakSet<Renderer>();

const bind = (renderer: Renderer, needs: ListenNeeds): void => {
  if (seen.has(renderer)) return;
  seen.add(renderer);
  const listen = renderer.v;
  renderer.v = (...bound) => {
    const [element, type, handler, ...rest] = bound;
    const named = typeof handler === 'string' && handler !== '';
    listen(element, type, named ? dispatching(handler, element, needs) : handler, ...rest);
  };
};

/** The compiled template, with events crossing to the app as plain data and unknown handlers noted. */
export const listening = (group: Group, needs: ListenNeeds): Group => (name) => {
  const generate = group(name) as ((...given: unknown[]) => unknown) | undefined;
  if (name !== '' || generate === undefined) return generate as unknown as ReturnType<Group>;
  const wrapped = (renderer: Renderer, ...rest: unknown[]) => {
    bind(renderer, needs);
    return generate(renderer, ...rest);
  };
  return wrapped as unknown as ReturnType<Group>;
};

