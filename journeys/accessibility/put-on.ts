import { bundleOfPlatform } from '../citizen/compiled-hands';
import { NetworkError, type HttpAnswer, type Transport } from '../host/http';
import { phoneOf, type Post } from '../host/phone';
import { type Platform } from '../host/platform';
import { type Program, startProgram } from '../host/start';
import { now } from '../states/people';
import { answering } from '../states/stage/answering';
import { type State, type Step } from '../states/state';
import { ALIPAY_SERVICE, USUAL_PHONE, USUAL_SERVICE } from '../states/usual';

const PATIENCE = 5000;
/** How long an action may keep the app busy before the next one. */
const SETTLING = 150;

const pause = (span: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, span));
const settled = (work: Promise<unknown>): Promise<unknown> => Promise.race([work.catch(() => undefined), pause(SETTLING)]);

const transportOf = (platform: Platform, { service }: State): Transport => {
  const reply = answering({ ...USUAL_SERVICE, ...(platform === 'alipay' ? ALIPAY_SERVICE : {}), ...service });
  const answer = async (method: string, path: string): Promise<HttpAnswer> => {
    const said = reply(method, path);
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
  return startProgram({
    platform,
    directory: bundleOfPlatform(platform),
    storage: storageOf(platform, state),
    transport: transportOf(platform, state),
    online: state.online ?? true,
    clockOff: (state.at === undefined ? now : new Date(state.at).getTime()) - Date.now(),
    entry: { path: state.page },
    answers: phoneOf('person', 'outside', post)[platform],
  });
};

const appeared = (program: Program, selector: string): Promise<unknown> => program.page.waitFor(() => program.page.exists(selector), PATIENCE, selector);

const tap = async (program: Program, id: string): Promise<void> => {
  await appeared(program, `#${id}`);
  await settled(program.page.tap(`#${id}`));
};

const ACTS: Readonly<Record<string, (program: Program, what: string, value: string) => Promise<unknown>>> = {
  tap,
  pin: async (program, digits) => {
    await pause(SETTLING);
    for (const digit of digits) await tap(program, `key-${digit}`);
  },
  type: async (program, id, value) => {
    await appeared(program, `#${id}`);
    await settled(program.page.input(`#${id}`, value));
  },
  pass: (program, seconds) => settled(program.host.advance(Number(seconds) * 1000)),
  offline: (program) => settled(program.host.network(false)),
  capture: (program) => pause(SETTLING).then(() => settled(program.host.capture())),
};

const act = async (program: Program, step: Step): Promise<void> => {
  const [verb = '', what = '', value = ''] = step.split(' ');
  await ACTS[verb]?.(program, what, value);
};

/** States in which nobody ever answers need a browser, as the host waits until the app rests. */
export const comesToRest = ({ service = {} }: State): boolean => !Object.values(service).flat().includes('never');

/** Brings the compiled bundle into a state, without a browser. End the program. */
export const putOn = async (platform: Platform, state: State): Promise<Program> => {
  const program = await open(platform, state);
  for (const step of state.steps ?? []) await act(program, step);
  await appeared(program, state.sign);
  return program;
};
