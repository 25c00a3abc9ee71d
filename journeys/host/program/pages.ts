import { ApiFailure } from '../api/bench';
import { pagesOf, tabsOf, type Bundle } from '../bundle';
import { resolveFrom } from '../paths';
import { isCallback, textOf, type Plain } from '../plain';
import { type Problems } from '../problems';
import { splitUrl } from '../query';
import { type Screen, type View } from '../view/view';
import { type Loader } from './loader';

export interface OpenPage {
  readonly route: string;
  readonly query: Readonly<Record<string, string>>;
  readonly screen: Screen;
  /** What the app has named its bar; until then its configuration does. */
  title?: string;
}

/** The platforms keep at most this many pages. */
const LIMIT = 10;

export interface PageNeeds {
  readonly bundle: Bundle;
  readonly loader: Loader;
  readonly view: View;
  readonly problems: Problems;
  readonly adopt: <T>(value: T) => T;
  /** The bytes of every setData, for tests of how much crosses the bridge. */
  readonly onSetData: (route: string, text: string) => void;
}

type Navigation = (options: Plain) => void;

/** The page stack and its life cycles. */
export class Pages {
  readonly stack: OpenPage[] = [];
  private readonly routes: string[];
  private readonly tabs: string[];

  constructor(private readonly needs: PageNeeds) {
    this.routes = pagesOf(needs.bundle);
    this.tabs = tabsOf(needs.bundle);
  }

  get top(): OpenPage | undefined {
    return this.stack.at(-1);
  }

  nameBar(title: string): void {
    if (this.top !== undefined) this.top.title = title;
  }

  has(route: string): boolean {
    return this.routes.includes(route);
  }

  open(route: string, query: Readonly<Record<string, string>>): void {
    this.needs.loader.register(route);
    const screen = this.needs.view.open(route);
    const page: OpenPage = { route, query, screen };
    this.stack.push(page);
    this.watchData(page);
    Object.assign(screen.instance, { route, __route__: route, options: this.needs.adopt(query) });
    this.call(page, 'onLoad', this.needs.adopt(query));
    this.call(page, 'onShow');
    screen.attach();
    this.call(page, 'onReady');
  }

  /** Calls a life cycle method of a page, if it has it. */
  call(page: OpenPage | undefined, method: string, ...given: unknown[]): unknown {
    const found = page?.screen.instance[method];
    if (page === undefined || !isCallback(found)) return undefined;
    try {
      return found.apply(page.screen.instance, given);
    } catch (cause) {
      this.needs.problems.add('uncaught-error', `${page.route} ${method}`, cause);
      return undefined;
    }
  }

  navigate(api: string, options: Plain): void {
    const navigation: Readonly<Record<string, Navigation>> = {
      navigateTo: (given) => this.push(textOf(given['url'])),
      redirectTo: (given) => this.replace(textOf(given['url']), 1, 'redirectTo'),
      reLaunch: (given) => this.replace(textOf(given['url']), this.stack.length, 'reLaunch'),
      switchTab: (given) => this.replace(textOf(given['url']), this.stack.length, 'switchTab'),
      navigateBack: (given) => this.back(Number(given['delta'] ?? 1)),
    };
    navigation[api]?.(options);
  }

  closeAll(): void {
    while (this.stack.length > 0) this.closeTop();
  }

  private push(url: string): void {
    const { route, query } = this.target(url, 'navigateTo');
    if (this.stack.length >= LIMIT) throw this.failed('too-many-pages', 'webview count limit exceed');
    this.call(this.top, 'onHide');
    this.open(route, query);
  }

  private replace(url: string, count: number, api: 'redirectTo' | 'reLaunch' | 'switchTab'): void {
    const { route, query } = this.target(url, api);
    for (let closed = 0; closed < count; closed++) this.closeTop();
    this.open(route, query);
  }

  private back(delta: number): void {
    const count = Math.min(delta, this.stack.length - 1);
    for (let closed = 0; closed < count; closed++) this.closeTop();
    if (count > 0) this.call(this.top, 'onShow');
  }

  private closeTop(): void {
    const page = this.stack.pop();
    if (page === undefined) return;
    this.call(page, 'onUnload');
    page.screen.close();
  }

  private target(url: string, api: string): { route: string; query: Record<string, string> } {
    const { path, query } = splitUrl(url);
    const route = resolveFrom(this.top?.route ?? '', path);
    if (!this.has(route)) throw this.failed('unknown-page', `page "${route}" is not found`);
    this.checkTab(route, api);
    return { route, query };
  }

  /** The app hears it as a failure, and a person finds that nothing happens. */
  private failed(kind: 'unknown-page' | 'too-many-pages', message: string): ApiFailure {
    this.needs.problems.add(kind, this.top?.route ?? 'app', message);
    return new ApiFailure(message);
  }

  private checkTab(route: string, api: string): void {
    const tab = this.tabs.includes(route);
    if (api === 'switchTab' && !tab) throw new ApiFailure('can not switch to no-tabBar page');
    if (tab && ['navigateTo', 'redirectTo'].includes(api)) throw new ApiFailure(`can not ${api} a tabbar page`);
  }

  /** setData crosses the bridge as JSON; Alipay has $spliceData beside it. */
  private watchData(page: OpenPage): void {
    const { instance } = page.screen;
    const render = instance.setData.bind(instance);
    const setData = (data: Plain, done?: unknown) => {
      const text = JSON.stringify(data);
      this.needs.onSetData(page.route, text);
      render(JSON.parse(text) as Plain, isCallback(done) ? () => void done.call(instance) : undefined);
    };
    Object.defineProperty(instance, 'setData', { configurable: true, writable: true, value: setData });
    instance['$spliceData'] = (changes: Plain, done?: unknown) => {
      for (const [path, change] of Object.entries(changes)) {
        const list = path.split('.').reduce<unknown>((at, key) => (at as Plain)[key], instance['data']) as unknown[];
        const copy = [...list];
        copy.splice(...(change as [number, number, ...unknown[]]));
        setData({ [path]: copy }, done);
      }
    };
  }
}
