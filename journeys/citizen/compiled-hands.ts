import { join } from 'node:path';
import { decodeCode } from '../browser/codes';
import { draw } from '../browser/figure';
import { type Answers, type Entry } from '../host/api/bench';
import { type Transport } from '../host/http';
import { nodeHttp } from '../host/node-http';
import { phoneOf } from '../host/phone';
import { type Platform } from '../host/platform';
import { startProgram, type Program } from '../host/start';
import { type Hands, PATIENCE } from './hands';

/** The address that compiled bundles have built in. */
export const BUILT_IN_API = 'http://127.0.0.1:8787';

export interface CompiledPhone {
  readonly platform: Platform;
  readonly person: string;
  readonly api: string;
  readonly outside: string;
  /** Answers that differ from those of a person who agrees to everything. */
  readonly answers?: Answers;
  /** How the app is opened for the first time; afterwards from the list of the recent ones. */
  readonly entry?: Entry;
  /** The network, where it is not the real one. */
  readonly transport?: Transport;
}

export const bundleOfPlatform = (platform: Platform): string => join(__dirname, '../../miniapp/dist', platform);

export interface CompiledHands extends Hands {
  /** The running program, for what only a test can look at. */
  readonly program: () => Program;
}

/** The compiled mini-program in the hands of a person, without a browser. */
export const compiledHands = async ({ platform, person, api, outside, answers, entry, transport = nodeHttp }: CompiledPhone): Promise<CompiledHands> => {
  const storage = new Map<string, string>();
  const asked: string[] = [];
  const heard: Transport = (request) => {
    asked.push(request.url);
    return transport(request);
  };
  const start = ({ online = true, clockOff = 0 }, opening: Entry = {}) =>
    startProgram({
      online,
      clockOff,
      transport: heard,
      platform,
      storage,
      directory: bundleOfPlatform(platform),
      entry: opening,
      answers: { ...phoneOf(person, outside)[platform], ...answers },
      domains: [BUILT_IN_API],
      resolveUrl: (url) => url.replace(BUILT_IN_API, api),
    });
  const printed: string[] = [];
  let program = await start({}, entry);
  const page = () => program.page;
  return {
    program: () => program,
    text: async () => page().text(),
    has: async (text) => page().has(text),
    exists: async (id) => page().exists(`#${id}`),
    tap: (id) => page().tap(`#${id}`),
    tapText: (text) => page().tapText(text),
    type: (id, value) => page().input(`#${id}`, value),
    waitForText: (text) => page().waitFor(text, PATIENCE),
    waitForAny: async (ids) => {
      const found = () => ids.find((id) => page().exists(`#${id}`));
      await page().waitFor(() => found() !== undefined, PATIENCE, ids.join(' or '));
      return found() ?? '';
    },
    agree: async () => {},
    scan: async (id) => {
      const picture = page().all(`#${id} image`)[0];
      return picture === undefined ? undefined : (await decodeCode(draw(String(picture.attribute('src')))))[id];
    },
    clipboard: async () => program.host.device.clipboard,
    online: (on) => program.host.network(on),
    restart: async (path, scene) => {
      const { device: { online }, clock: { error }, console } = program.host;
      printed.push(...console.map(({ text }) => text));
      await program.close();
      program = await start({ online, clockOff: error }, { ...(path === undefined ? {} : { path }), ...(scene === undefined ? {} : { scene }) });
    },
    pass: (span) => program.host.advance(span),
    setClock: async (by) => program.host.clock.set(by),
    leavings: async () => ({ storage: Object.fromEntries(storage), console: [...printed, ...program.host.console.map(({ text }) => text)], addresses: asked }),
    close: () => program.close(),
  };
};
