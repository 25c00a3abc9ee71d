// Runs inside the browser page: the compiled mini-program, put into one state after the other.

import { bundleOf, type Bundle } from '../../host/bundle';
import { NetworkError, type HttpAnswer, type Transport } from '../../host/http';
import { phoneOf, type Post } from '../../host/phone';
import { type Platform } from '../../host/platform';
import { Problems } from '../../host/problems';
import { type Host } from '../../host/program/host';
import { drawnHost, pageOn, showTitle, wipe } from '../../browser/preview/screen';
import { play } from './acting';
import { answering } from './answering';
import { inspect } from './inspect';
import { holdStill } from './motionless';
import { type Scene } from './scene';

declare global {
  interface Window {
    /** Set before this script runs. */
    stageBundle: { readonly platform: Platform; readonly files: Readonly<Record<string, string>> };
  }
}

const { platform, files } = window.stageBundle;
const bundle: Bundle = bundleOf(files);

let host: Host | undefined;
let problems = new Problems();
/** Ends the requests that get no answer. */
let hanging: (() => void)[] = [];

const transportOf = ({ service }: Scene): Transport => {
  const reply = answering(service);
  const answer = async (method: string, path: string): Promise<HttpAnswer> => {
    const said = reply(method, path);
    if (said === 'never') return new Promise((_resolve, reject) => hanging.push(() => reject(new NetworkError('ABORTED'))));
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
  for (const give of hanging) give();
  hanging = [];
  host?.stop();
  wipe();
};

const show = async (scene: Scene): Promise<void> => {
  end();
  problems = new Problems();
  const post: Post = (url) => Promise.resolve(scene.phone[url.replace(/^.*\/phone\//, '')] ?? {});
  const begun = drawnHost({
    bundle, platform, problems,
    transport: transportOf(scene),
    answers: phoneOf('person', 'outside', post)[platform],
    storage: storageOf(scene),
    resolveUrl: (url) => url,
    online: scene.online,
    stillAt: scene.at,
    hanging: () => hanging.length,
  });
  host = begun;
  await begun.launch({ path: scene.page });
  await play({ host: begun, get page() { return pageOn(begun); } }, scene);
  showTitle(begun);
};

holdStill();
window.stage = { show, inspect, problems: () => problems.list.map(({ kind, where, text }) => `${kind} in ${where}: ${text}`) };
