import { createHash } from 'node:crypto';
import { runInThisContext } from 'node:vm';
import { type Bundle } from './bundle';
import { bundleIn } from './bundle-directory';
import { Page } from './driver/page';
import { type Transport } from './http';
import { nodeHttp } from './node-http';
import { type Plain } from './plain';
import { type Platform } from './platform';
import { type Problem, Problems } from './problems';
import { type Answers, type Entry } from './api/bench';
import { Host } from './program/host';
import { watchRejections } from './rejections';
import { compileTemplates } from './view/templates';
import { emptyCanvas, type Templates } from './view/view';
import { vmRealm } from './vm-realm';

export interface StartOptions {
  readonly platform: Platform;
  /** The compiled bundle, e.g. miniapp/dist/weapp. */
  readonly directory: string;
  readonly answers?: Answers;
  /** Keep the map and give it to the next host: the phone's storage survives the app. */
  readonly storage?: Map<string, string>;
  /** Origins that the app may ask; any where it is left out. */
  readonly domains?: readonly string[];
  /** The network, where it is not the real one. */
  readonly transport?: Transport;
  /** How far the phone's clock is wrong, in milliseconds; ahead where positive. */
  readonly clockOff?: number;
  /** The phone's clock shows this and stands still until it is moved. */
  readonly stillAt?: number;
  /** How many requests are open that nobody will ever answer: the app rests in spite of them. */
  readonly hanging?: () => number;
  /** The address that the build has built in → the one that runs. */
  readonly resolveUrl?: (url: string) => string;
  /** Fields of getSystemInfo that differ from the usual phone. */
  readonly system?: Plain;
  readonly entry?: Entry;
  /** Hears of each problem at once, also while the app starts. */
  readonly onProblem?: (problem: Problem) => void;
  /** False starts without a network. */
  readonly online?: boolean;
}

/** A mini-program running in plain Node: the host, and the page on top for a person to use. */
export class Program {
  constructor(
    readonly host: Host,
    private readonly release: () => void,
  ) {}

  get page(): Page {
    const { top } = this.host.pages;
    if (top === undefined) throw new Error('no page is open');
    return new Page(this.host, top);
  }

  /** Ends the program. Fails if the app had problems that it did not handle, unless a test took them. */
  async close(): Promise<void> {
    await this.end();
    this.host.problems.expectNone();
  }

  /** Ends the program, whatever happened. */
  async end(): Promise<void> {
    // a rejection without a handler is known one turn later
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.host.stop();
    this.release();
  }
}

/** All that the compiled templates depend on. */
const templateTexts = (bundle: Bundle): string => createHash('sha256').update(JSON.stringify(bundle.ending('').filter((file) => !file.endsWith('.js')).map((file) => [file, bundle.read(file)]))).digest('hex');

const compiled = new Map<string, Templates>();

/** Compiles a bundle once per process; a bundle with template problems is compiled anew each time, so that each host reports them. */
const templatesOf = (bundle: Bundle, platform: Platform, problems: Problems): Templates => {
  const key = templateTexts(bundle);
  const known = compiled.get(key);
  if (known !== undefined) return known;
  const templates = runInThisContext(compileTemplates(bundle, platform, problems)) as Templates;
  if (problems.list.length === 0) compiled.set(key, templates);
  return templates;
};

/** A phone with nothing special. */
const usual = () => ({ answers: {}, storage: new Map<string, string>(), transport: nodeHttp, resolveUrl: (url: string) => url, system: {}, online: true });

export const startProgram = async (options: StartOptions): Promise<Program> => {
  const { platform, directory, entry, onProblem, ...given } = options;
  const problems = new Problems(onProblem);
  const bundle = bundleIn(directory);
  const host = new Host({
    ...usual(),
    ...given,
    platform,
    problems,
    bundle,
    templates: templatesOf(bundle, platform, problems),
    makeRealm: vmRealm,
    canvas: emptyCanvas(),
  });
  const program = new Program(host, watchRejections(host));
  try {
    await host.launch(entry);
  } catch (cause) {
    await program.end();
    throw cause;
  }
  return program;
};
