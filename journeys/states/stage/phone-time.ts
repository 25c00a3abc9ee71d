import { Clock } from '../../host/clock';
import { Rest } from '../../host/program/rest';
import { type Resting } from './scene';

/** Long enough for the slowest computer; who waits longer waits for what never ends. */
const PATIENCE = 60_000;

export interface PhoneTime extends Resting {
  /** Counts `work` as unfinished until it settles. */
  track<T>(work: Promise<T>): Promise<T>;
}

const dateBy = (now: () => number): DateConstructor => new Proxy(Date, { construct: (real, parts) => Reflect.construct(real, parts.length === 0 ? [now()] : parts) as Date, get: (real, name) => (name === 'now' ? now : (Reflect.get(real, name) as unknown)) });

/** A script that is being loaded is work, too. */
const trackScripts = (track: PhoneTime['track']): void => {
  const loaded = (script: Node) => track(new Promise((resolve) => ['load', 'error'].forEach((end) => script.addEventListener(end, resolve))));
  const observer = new MutationObserver((changes) => {
    for (const added of changes.flatMap(({ addedNodes }) => [...addedNodes])) if (added instanceof HTMLScriptElement && added.src !== '') void loaded(added);
  });
  observer.observe(document, { childList: true, subtree: true });
};

/** Gives a browser's app the time of a phone whose clock stands still: its dates, its timers. Has to be there before the app. */
export const bringTime = (at: number): PhoneTime => {
  const clock = new Clock(0, at);
  const rest = new Rest(clock);
  const once = (work: (...given: unknown[]) => void, delay = 0, ...given: unknown[]) => clock.once(() => work(...given), delay);
  const every = (work: (...given: unknown[]) => void, period = 0, ...given: unknown[]) => clock.every(() => work(...given), period);
  const clear = (id: unknown) => clock.clear(id);
  Object.assign(window, { Date: dateBy(clock.now), setTimeout: once, setInterval: every, clearTimeout: clear, clearInterval: clear });
  performance.now = () => clock.now() - at;
  trackScripts(rest.track);
  const idle = () => rest.reached(PATIENCE);
  return { track: rest.track, idle, advance: (span) => clock.advance(span, idle).then(idle) };
};
