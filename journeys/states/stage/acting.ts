import { type Page } from '../../host/driver/page';
import { type Host } from '../../host/program/host';
import { type Step } from '../state';
import { found, type Scene } from './scene';

/** A running program, in the hands of a person who does nothing before it has come to rest. */
export interface Played {
  readonly host: Host;
  readonly page: Page;
}

const appeared = (played: Played, selector: string): Promise<Page> =>
  found(played.host, () => (played.page.exists(selector) ? played.page : undefined), () => `${selector} is not on ${played.page.route}:\n${played.page.text()}`);

const tap = async (played: Played, id: string): Promise<void> => (await appeared(played, `#${id}`)).tap(`#${id}`);

const ACTS: Readonly<Record<string, (played: Played, what: string, value: string) => Promise<void>>> = {
  tap,
  pin: async (played, digits) => {
    for (const digit of digits) await tap(played, `key-${digit}`);
  },
  type: async (played, id, value) => (await appeared(played, `#${id}`)).input(`#${id}`, value),
  pass: ({ host }, seconds) => host.advance(Number(seconds) * 1000),
  offline: ({ host }) => host.network(false),
  capture: ({ host }) => host.idle().then(() => host.capture()),
};

const act = async (played: Played, step: Step): Promise<void> => {
  const [verb = '', what = '', value = ''] = step.split(' ');
  await ACTS[verb]?.(played, what, value);
};

/** Does the steps, one after the other, until the sign is there and the app rests. */
export const play = async (played: Played, { steps, sign }: Pick<Scene, 'steps' | 'sign'>): Promise<void> => {
  for (const step of steps) await act(played, step);
  await appeared(played, sign);
  await played.host.idle();
};
