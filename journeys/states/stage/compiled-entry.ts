// Runs inside the browser page: the compiled mini-program, put into one state after the other.

import { bundleOf, type Bundle } from '../../host/bundle';
import { NetworkError, type HttpAnswer, type Transport } from '../../host/http';
import { phoneOf, type Post } from '../../host/phone';
import { type Platform } from '../../host/platform';
import { Problems } from '../../host/problems';
import { type Host } from '../../host/program/host';
import { type Page } from '../../host/driver/page';
import { drawnHost, pageOn, showTitle, wipe } from '../../browser/preview/screen';
import { type Step } from '../state';
import { answering } from './answering';
import { inspect } from './inspect';
import { found, pause, type Scene } from './scene';

declare global {
  interface Window {
    /** Set before this script runs. */
    stageBundle: { readonly platform: Platform; readonly files: Readonly<Record<string, string>> };
  }
}

const { platform, files } = window.stageBundle;
const bundle: Bundle = bundleOf(files);

/** How long an action may keep the app busy before the next one. */
const SETTLING = 150;

let host: Host | undefined;
let problems = new Problems();
let endWaiting: (() => void)[] = [];

const transportOf = ({ service }: Scene): Transport => {
  const reply = answering(service);
  const answer = async (method: string, path: string): Promise<HttpAnswer> => {
    const said = reply(method, path);
    if (said === 'never') return new Promise((_resolve, reject) => endWaiting.push(() => reject(new NetworkError('ABORTED'))));
    if (said === 'unreachable') throw new NetworkError('INTERNET_DISCONNECTED');
    if (said === 'late') throw new NetworkError('TIMED_OUT');
    return { status: said.status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(said.body) };
  };
  return ({ method, url }) => ({ abort: () => {}, answer: answer(method, new URL(url).pathname) });
};

const storageOf = ({ kept }: Scene): Map<string, string> => {
  const slot = (key: string) => (platform === 'weapp' ? `encrypted ${key}` : key);
  return new Map(Object.entries(kept).map(([key, value]) => [slot(key), JSON.stringify(JSON.stringify(value))]));
};

const end = (): void => {
  for (const give of endWaiting) give();
  endWaiting = [];
  host?.stop();
  wipe();
};

const running = (): Host => {
  if (host === undefined) throw new Error('nothing is shown');
  return host;
};

/** Goes on when the app has come to rest, or is busy with what never ends. */
const settled = (work: Promise<unknown>): Promise<unknown> => Promise.race([work.catch(() => undefined), pause(SETTLING)]);

const at = (selector: string): Promise<Page> => found(() => (pageOn(running()).exists(selector) ? pageOn(running()) : undefined), selector);

/** Lets what comes after the first drawing be done: the app answers a person, who is slower. */
const BREATH = 40;

const tap = async (id: string): Promise<void> => {
  const page = await at(`#${id}`);
  await pause(BREATH);
  await settled(page.tap(`#${id}`));
};

const enterPin = async (digits: string): Promise<void> => {
  // the keys stay for the second time, and for the next page
  await pause(SETTLING);
  for (const digit of digits) await settled((await at(`#key-${digit}`)).tap(`#key-${digit}`));
};

const ACTS: Readonly<Record<string, (what: string, value: string) => Promise<unknown>>> = {
  tap,
  pin: enterPin,
  type: async (id, value) => settled((await at(`#${id}`)).input(`#${id}`, value)),
  pass: (seconds) => settled(running().advance(Number(seconds) * 1000)),
  offline: () => settled(running().network(false)),
  capture: () => pause(SETTLING).then(() => settled(running().capture())),
};

const act = async (step: Step): Promise<void> => {
  const [verb = '', what = '', value = ''] = step.split(' ');
  await ACTS[verb]?.(what, value);
};

const show = async (scene: Scene): Promise<void> => {
  end();
  problems = new Problems();
  const post: Post = (url) => Promise.resolve(scene.phone[url.replace(/^.*\/phone\//, '')] ?? {});
  host = drawnHost({ bundle, platform, problems, transport: transportOf(scene), answers: phoneOf('person', 'outside', post)[platform], storage: storageOf(scene), resolveUrl: (url) => url, online: scene.online });
  void host.launch({ path: scene.page }).catch(() => undefined);
  for (const step of scene.steps) await act(step);
  await at(scene.sign);
  await settled(running().idle());
  showTitle(running());
};

window.stage = { show, inspect, problems: () => problems.list.map(({ kind, where, text }) => `${kind} in ${where}: ${text}`) };
