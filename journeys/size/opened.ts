import { runInThisContext } from 'node:vm';
import { type Bundle } from '../host/bundle';
import { bundleIn } from '../host/bundle-directory';
import { select } from '../host/driver/select';
import { NetworkError, type Transport } from '../host/http';
import { type Platform } from '../host/platform';
import { Problems } from '../host/problems';
import { Host } from '../host/program/host';
import { compileTemplates } from '../host/view/templates';
import { emptyCanvas, type Templates } from '../host/view/view';
import { vmRealm } from '../host/vm-realm';

/** A compiled mini-program, read and with its templates compiled, as it lies on a phone. */
export interface Installed {
  readonly platform: Platform;
  readonly bundle: Bundle;
  readonly templates: Templates;
}

export const install = (directory: string, platform: Platform): Installed => {
  const problems = new Problems();
  const bundle = bundleIn(directory);
  const templates = runInThisContext(compileTemplates(bundle, platform, problems)) as Templates;
  problems.expectNone();
  return { platform, bundle, templates };
};

/** A phone whose questions are noted and stay without an answer. */
export interface Opened {
  readonly host: Host;
  /** Each question, and whether the page had shown by then what `shows` looks for. */
  readonly asked: readonly { readonly url: string; readonly shown: boolean }[];
  /** Milliseconds from launch until it showed; undefined if it did not within the limit. */
  readonly took: number | undefined;
  close(): void;
}

export interface Opening {
  readonly path: string;
  readonly storage?: Map<string, string>;
  /** The selector of what is waited for; without it, the first data that the page gets. */
  readonly shows?: string;
}

const LIMIT = 10_000;

const turn = () => new Promise((resolve) => setImmediate(resolve));

const has = ({ pages }: Host, selector: string): boolean => pages.top !== undefined && select(pages.top.screen.root(), selector).length > 0;

/** A cold start at a page. */
export const open = async ({ platform, bundle, templates }: Installed, { path, storage = new Map(), shows }: Opening): Promise<Opened> => {
  const asked: { url: string; shown: boolean }[] = [];
  const shown = () => (shows === undefined ? host.data.entries.some(({ route }) => route === path) : has(host, shows));
  let end: () => void = () => {};
  const ended = new Promise<void>((resolve) => (end = resolve));
  const transport: Transport = ({ url }) => {
    asked.push({ url, shown: shown() });
    return { answer: ended.then(() => Promise.reject(new NetworkError('ABORTED'))), abort: () => {} };
  };
  const host = new Host({ platform, bundle, templates, transport, storage, problems: new Problems(), makeRealm: vmRealm, canvas: emptyCanvas(), answers: {}, resolveUrl: (url) => url, system: {}, online: true });
  const begun = performance.now();
  // comes to rest only when all questions are answered
  void host.launch({ path }).catch(() => undefined);
  // looks only when something new was drawn, and notes the time before: looking costs time, too
  let [seen, took] = [0, undefined as number | undefined];
  while (took === undefined && performance.now() - begun < LIMIT) {
    await turn();
    if (host.data.entries.length === seen) continue;
    const passed = performance.now() - begun;
    seen = host.data.entries.length;
    if (shown()) took = passed;
  }
  const close = () => {
    end();
    host.stop();
  };
  return { host, asked, took, close };
};
