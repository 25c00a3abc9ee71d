import { type ApiCall, type Device, type Entry, type Phone, type Signals } from '../api/bench';
import { turn } from '../api/convention';
import { createSurface } from '../api/surface';
import { pagesOf } from '../bundle';
import { Clock } from '../clock';
import { plainOf, type Plain } from '../plain';
import { type Platform } from '../platform';
import { type Problems } from '../problems';
import { type Realm } from '../realm';
import { createView } from '../view/view';
import { AppObject } from './app';
import { appGlobals, type ConsoleLine } from './globals';
import { DataLog } from './data-log';
import { createLoader } from './loader';
import { Pages } from './pages';
import { Rest } from './rest';
import { type HostNeeds } from './needs';
import { createSignals } from './signals';

export { type HostNeeds } from './needs';

/** One running mini-program. */
export class Host {
  readonly clock: Clock;
  readonly calls: ApiCall[] = [];
  readonly console: ConsoleLine[] = [];
  readonly data: DataLog;
  readonly device: Device;
  readonly problems: Problems;
  readonly platform: Platform;
  readonly pages: Pages;
  /** The app's wx or my, for tests that call it as the app would. */
  readonly surface: Plain;
  private readonly rest: Rest;
  private readonly phone: Phone;
  private readonly signals: Signals;
  private readonly realm: Realm;
  private readonly view;
  private readonly loader;
  private entry: Plain = {};
  readonly app: AppObject;

  constructor(private readonly needs: HostNeeds) {
    const { platform, problems, bundle } = needs;
    this.platform = platform;
    this.problems = problems;
    this.clock = new Clock(needs.clockOff, needs.stillAt);
    this.rest = new Rest(this.clock, needs.hanging);
    this.data = new DataLog(problems);
    this.device = { online: needs.online, brightness: 0.5, keepScreenOn: false, captureEffect: 'none', clipboard: '', shown: [] };
    const adopt = <T>(value: T): T => this.realm.adopt(value);
    this.phone = {
      platform,
      device: this.device,
      background: () => this.background(),
      foreground: (entry) => this.foreground(entry),
      later: (work) => void this.rest.track(work()).catch((cause: unknown) => problems.add('uncaught-error', 'scripted phone', cause)),
    };
    this.app = new AppObject(problems, adopt);
    this.signals = createSignals(problems, adopt);
    this.surface = createSurface({
      ...needs, adopt,
      domains: needs.domains,
      clock: this.clock,
      phone: this.phone,
      calls: this.calls,
      signals: this.signals,
      promise: (outer) => this.realm.promise(outer),
      entry: () => this.entry,
      navigate: (api, options) => this.pages.navigate(api, options),
      nameBar: (title) => this.pages.nameBar(title),
      track: this.rest.track,
    });
    this.loader = createLoader(needs, () => this.realm, () => this.view);
    const globals = appGlobals({
      platform, problems,
      clock: this.clock,
      registry: this.loader.registry,
      surface: this.surface,
      console: this.console,
      onApp: this.app.define,
      app: () => this.app.definition,
      pages: () => this.pages.stack.map((page) => page.screen.instance),
    });
    this.realm = needs.makeRealm({ globals, now: this.clock.shown, forbidden: (code) => problems.add('forbidden-eval', 'app', code.slice(0, 80)) });
    this.view = createView({ bundle, platform, problems, templates: needs.templates, canvas: needs.canvas, adopt });
    this.pages = new Pages({ bundle, loader: this.loader, view: this.view, problems, adopt, onSetData: this.data.note });
  }

  /** True for objects that the app's code made. */
  owns(value: unknown): boolean {
    return this.realm.owns(value);
  }

  /** Configuration of a page, with the app's window settings beneath it. */
  config(route: string): Plain {
    const { bundle } = this.needs;
    return { ...plainOf(bundle.json('app.json')['window']), ...bundle.json(`${route}.json`) };
  }

  /** A scripted answer, e.g. `open-type:getPhoneNumber`; undefined if none is scripted. */
  async reply(name: string, options: Plain): Promise<unknown> {
    this.calls.push({ api: name, options });
    const answer = this.needs.answers[name];
    return answer === undefined ? undefined : await this.rest.track(Promise.resolve(answer(options, this.phone)));
  }

  /** A cold start. */
  async launch(entry: Entry = {}): Promise<void> {
    const first = { path: pagesOf(this.needs.bundle)[0] ?? '', query: {}, ...entry };
    this.entry = { scene: 1001, referrerInfo: {}, mode: 'default', apiCategory: 'default', ...first };
    this.loader.require('app.js');
    if (this.app.definition === undefined) throw new Error('app.js did not call App()');
    this.app.call('onLaunch', this.entry);
    this.app.call('onShow', this.entry);
    this.signal('AppShow', this.entry);
    this.openFirst(first.path, first.query);
    await this.idle();
  }

  background(): void {
    this.pages.call(this.pages.top, 'onHide');
    this.app.call('onHide', {});
    this.signal('AppHide', {});
  }

  /** A warm start: back from another app, or with another page by a new entry. */
  async foreground(entry: Entry = {}): Promise<void> {
    this.entry = { ...this.entry, ...entry };
    this.app.call('onShow', this.entry);
    this.signal('AppShow', this.entry);
    const { path } = entry;
    if (path !== undefined && path !== this.pages.top?.route) {
      this.pages.closeAll();
      this.openFirst(path, entry.query ?? {});
    } else this.pages.call(this.pages.top, 'onShow');
    await turn();
  }

  /** Switches the phone's network on or off. */
  async network(online: boolean): Promise<void> {
    this.device.online = online;
    const off = this.platform === 'weapp' ? 'none' : 'NOTREACHABLE';
    this.signal('NetworkStatusChange', { isConnected: online, networkType: online ? 'wifi' : off });
    await this.idle();
  }

  /** The user takes a screenshot. */
  async capture(): Promise<void> {
    this.signal('UserCaptureScreen', {});
    await this.idle();
  }

  /** Waits until no API call is open and no short timer is due. */
  async idle(limit = 10_000): Promise<void> {
    await this.rest.reached(limit);
  }

  /** Lets `span` milliseconds pass on the phone's clock. */
  async advance(span: number): Promise<void> {
    await this.clock.advance(span, () => this.idle());
    await this.idle();
  }

  /** An error that nobody caught: noted, and told to App.onError as the platform does. */
  uncaught(kind: 'uncaught-error' | 'unhandled-rejection', where: string, cause: unknown): void {
    const { text } = this.problems.add(kind, where, cause);
    if (kind === 'unhandled-rejection') this.signal('UnhandledRejection', { reason: text });
  }

  /** Ends the program: pages unload, timers stop. The storage map stays. */
  stop(): void {
    this.pages.closeAll();
    this.clock.stop();
    this.view.stop();
  }

  private openFirst(path: string, query: Readonly<Record<string, string>>): void {
    if (this.pages.has(path)) {
      this.pages.open(path, query);
      return;
    }
    this.app.call('onPageNotFound', { path, query, isEntryPage: true });
    this.signal('PageNotFound', { path, query, isEntryPage: true });
  }

  private signal(name: string, payload: Plain): void {
    this.signals.send(name, payload);
  }
}
