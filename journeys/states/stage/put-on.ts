import { bundleOfPlatform } from '../../citizen/compiled-hands';
import { NetworkError, type HttpAnswer, type Transport } from '../../host/http';
import { phoneOf, type Post } from '../../host/phone';
import { type Platform } from '../../host/platform';
import { type Program, startProgram } from '../../host/start';
import { now } from '../people';
import { play } from './acting';
import { answering } from './answering';
import { type State } from '../state';
import { ALIPAY_SERVICE, USUAL_PHONE, USUAL_SERVICE } from '../usual';

/** Answers as the state says; `hang` hears of a request that gets no answer. */
const transportOf = (platform: Platform, { service }: State, hang: () => void): Transport => {
  const reply = answering({ ...USUAL_SERVICE, ...(platform === 'alipay' ? ALIPAY_SERVICE : {}), ...service });
  const answer = async (method: string, path: string): Promise<HttpAnswer> => {
    const said = reply(method, path);
    if (said === 'never') {
      hang();
      return new Promise(() => undefined);
    }
    if (typeof said === 'string') throw new NetworkError(said === 'late' ? 'TIMED_OUT' : 'INTERNET_DISCONNECTED');
    return { status: said.status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(said.body) };
  };
  return ({ method, url }) => ({ abort: () => {}, answer: answer(method, new URL(url).pathname) });
};

const storageOf = (platform: Platform, { kept = {} }: State): Map<string, string> =>
  new Map(Object.entries(kept).map(([key, value]) => [platform === 'weapp' ? `encrypted ${key}` : key, JSON.stringify(JSON.stringify(value))]));

const open = (platform: Platform, state: State): Promise<Program> => {
  const said: Readonly<Record<string, unknown>> = { ...USUAL_PHONE, ...state.phone };
  const post: Post = (url) => Promise.resolve((said[url.replace(/^.*\/phone\//, '')] ?? {}) as Awaited<ReturnType<Post>>);
  let hanging = 0;
  return startProgram({
    platform,
    directory: bundleOfPlatform(platform),
    storage: storageOf(platform, state),
    transport: transportOf(platform, state, () => (hanging += 1)),
    hanging: () => hanging,
    online: state.online ?? true,
    stillAt: state.at === undefined ? now : new Date(state.at).getTime(),
    entry: { path: state.page },
    answers: phoneOf('person', 'outside', post)[platform],
  });
};

/** Brings the compiled bundle into a state, without a browser. End the program. */
export const putOn = async (platform: Platform, state: State): Promise<Program> => {
  const program = await open(platform, state);
  await play(program, { steps: state.steps ?? [], sign: state.sign });
  return program;
};
