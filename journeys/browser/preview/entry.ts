// Runs inside the browser page: the same host, drawn with the platform's own style sheets.

import { type Entry } from '../../host/api/bench';
import { bundleOf } from '../../host/bundle';
import { type Page } from '../../host/driver/page';
import { NetworkError, type HttpAnswer, type HttpRequest, type Transport } from '../../host/http';
import { phoneOf } from '../../host/phone';
import { type Platform } from '../../host/platform';
import { Problems, type Problem } from '../../host/problems';
import { type Host } from '../../host/program/host';
import { drawnHost, pageOn, showTitle } from './screen';

export interface Boot {
  readonly platform: Platform;
  readonly files: Readonly<Record<string, string>>;
  readonly entry: Entry;
  readonly storage: Readonly<Record<string, string>>;
  /** The phone's owner and where the simulated outside world listens; without them no API that needs a person answers. */
  readonly online: boolean;
  readonly owner?: { readonly person: string; readonly outside: string };
  /** Addresses built in → running. */
  readonly addresses: Readonly<Record<string, string>>;
}

/** What the other side calls by its name. */
export interface Preview {
  start(boot: Boot): Promise<void>;
  page(): Page;
  host(): Host;
  problems(): Problem[];
  /** What the app has stored so far, for the next start. */
  storage(): Record<string, string>;
}

declare global {
  interface Window {
    previewSend: (request: HttpRequest) => Promise<HttpAnswer | { failure: string }>;
    preview: Preview;
  }
}

/** The page may not speak to other origins: the test process sends for it. */
const transport: Transport = (request) => ({
  abort: () => {},
  answer: window.previewSend(request).then((answer) => {
    if ('failure' in answer) throw new NetworkError('CONNECTION_REFUSED');
    return answer;
  }),
});

const post = async (url: string, body: unknown): Promise<unknown> => {
  const answer = await transport({ url, method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body), timeout: 10_000 }).answer;
  return JSON.parse(answer.body) as unknown;
};

const problems = new Problems();
let host: Host | undefined;

const running = (): Host => {
  if (host === undefined) throw new Error('the preview has not started');
  return host;
};

const page = (): Page => pageOn(running());

const resolver = (addresses: Boot['addresses']) => (url: string) => {
  const found = Object.entries(addresses).find(([builtIn]) => url.startsWith(builtIn));
  return found === undefined ? url : found[1] + url.slice(found[0].length);
};

const start = async ({ platform, files, entry, storage, owner, addresses, online }: Boot): Promise<void> => {
  const kept = new Map(Object.entries(storage));
  window.preview.storage = () => Object.fromEntries(kept);
  const begun = drawnHost({
    bundle: bundleOf(files), platform, problems, transport, online,
    answers: owner === undefined ? {} : phoneOf(owner.person, owner.outside, post)[platform],
    storage: kept,
    resolveUrl: resolver(addresses),
  });
  host = begun;
  await begun.launch(entry);
  showTitle(begun);
  setInterval(() => showTitle(begun), 50);
};

window.preview = { start, page, host: running, problems: () => problems.list, storage: () => ({}) };
