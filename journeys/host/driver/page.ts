import { type Host } from '../program/host';
import { type OpenPage } from '../program/pages';
import { isPlain, textOf, type Plain } from '../plain';
import { truthy, walk, type ViewNode } from '../view/node';
import { actOnTap, disabled, openTypeDetail, type ControlNeeds } from './controls';
import { select } from './select';
import { holding, outline, readable } from './text';

/** A selector, or what `find` gave. */
export type Place = string | ViewNode;

export interface Picture {
  readonly src: string;
  /** What a screen reader says of it. */
  readonly label: string;
}

/** Milliseconds between two looks at a page that is waited for. */
const LOOK = 5;
const TOUCH = { x: 10, y: 10 };

/** The page on top, in the hands of a person. */
export class Page {
  constructor(
    private readonly host: Host,
    private readonly open: OpenPage,
  ) {}

  get route(): string {
    return this.open.route;
  }

  get query(): Readonly<Record<string, string>> {
    return this.open.query;
  }

  /** The navigation bar's title: set by the app at run time, else configured. */
  get title(): string {
    const configured = this.host.config(this.route);
    return this.open.title ?? textOf(configured['navigationBarTitleText'] ?? configured['defaultTitle']);
  }

  root(): ViewNode {
    return this.open.screen.root();
  }

  all(selector: string): ViewNode[] {
    return select(this.root(), selector);
  }

  exists(selector: string): boolean {
    return this.all(selector).length > 0;
  }

  find(place: Place): ViewNode {
    if (typeof place !== 'string') return place;
    return this.all(place)[0] ?? this.missing(`element ${place}`);
  }

  byText(text: string): ViewNode {
    return holding(this.root(), text) ?? this.missing(`text “${text}”`);
  }

  has(text: string): boolean {
    return holding(this.root(), text) !== undefined;
  }

  text(place?: Place): string {
    return readable(place === undefined ? this.root() : this.find(place));
  }

  dump(): string {
    return outline(this.root());
  }

  images(): Picture[] {
    return this.all('image').map((node) => ({ src: textOf(node.attribute('src')), label: textOf(node.attribute('aria-label')) }));
  }

  /** Taps; fails if the thing is disabled, as a person would notice that nothing happens. */
  async tap(place: Place): Promise<void> {
    const node = this.find(place);
    if (disabled(node)) throw new Error(`${node.tag} “${readable(node)}” is disabled on ${this.route}`);
    node.fire('tap', TOUCH, { bubbles: true });
    await this.host.idle();
    await actOnTap(node, this.controls());
  }

  async tapText(text: string): Promise<void> {
    await this.tap(this.byText(text));
  }

  isDisabled(place: Place): boolean {
    return disabled(this.find(place));
  }

  /** Types over what an input holds; the control cuts at its maxlength. */
  async input(place: Place, value: string): Promise<void> {
    const node = this.find(place);
    if (truthy(node.attribute('disabled'))) throw new Error(`the input is disabled on ${this.route}`);
    const most = Number(node.attribute('maxlength') ?? 140);
    const typed = most < 0 ? value : value.slice(0, most);
    node.fire('focus', { value: textOf(node.attribute('value')), height: 0 });
    node.type(typed);
    node.fire('input', { value: typed, cursor: typed.length, keyCode: 0 });
    await this.host.idle();
    node.fire('blur', { value: typed, cursor: typed.length });
    await this.host.idle();
  }

  async confirm(place: Place): Promise<void> {
    const node = this.find(place);
    node.fire('confirm', { value: textOf(node.attribute('value')) });
    await this.host.idle();
  }

  /** Chooses in a picker: the index for mode selector, the value for others. */
  async pick(place: Place, value: unknown): Promise<void> {
    const picker = this.find(place);
    if (truthy(picker.attribute('disabled'))) throw new Error(`the picker is disabled on ${this.route}`);
    const range: unknown = picker.attribute('range');
    const isOfRange = !Array.isArray(range) || typeof value !== 'number' || value in range;
    if (!isOfRange) throw new Error(`the picker on ${this.route} has no choice ${String(value)}`);
    picker.fire('change', { value });
    await this.host.idle();
  }

  /** Taps a checkbox, radio or switch. */
  async check(place: Place): Promise<void> {
    await this.tap(place);
  }

  /** A native event of a control, e.g. error or load of an image. */
  async fire(place: Place, type: string, detail: Plain = {}): Promise<void> {
    this.find(place).fire(type, detail);
    await this.host.idle();
  }

  async pullDown(): Promise<void> {
    const { enablePullDownRefresh, pullRefresh } = this.host.config(this.route);
    if (!truthy(this.host.platform === 'weapp' ? enablePullDownRefresh : pullRefresh)) throw new Error(`${this.route} cannot be pulled down`);
    this.host.pages.call(this.open, 'onPullDownRefresh');
    await this.host.idle();
  }

  /** The card that the platform's menu would share; undefined if the page offers none. */
  share(): unknown {
    return this.host.pages.call(this.open, 'onShareAppMessage', { from: 'menu' });
  }

  /** Waits until the page shows the text or meets the condition. */
  async waitFor(wanted: string | ((page: Page) => boolean), limit = 5000, what = `text “${String(wanted)}”`): Promise<void> {
    const end = Date.now() + limit;
    const met = () => (typeof wanted === 'string' ? this.has(wanted) : wanted(this));
    while (!met()) {
      if (Date.now() > end) this.missing(`${what} in time`);
      await new Promise((resolve) => setTimeout(resolve, LOOK));
    }
  }

  /** The native behaviour after a tap that the view already delivered to the app, e.g. a real touch in a browser. */
  async afterTap(element: unknown): Promise<void> {
    const node = [...walk(this.root())].find((each) => each.is(element));
    if (node !== undefined && !disabled(node)) await actOnTap(node, this.controls());
  }

  private controls(): ControlNeeds {
    const { host } = this;
    return {
      platform: host.platform,
      idle: () => host.idle(),
      tap: (node) => this.tap(node),
      unknown: (openType) => void host.problems.add('unknown-ability', this.route, `no button has the open-type "${openType}"`),
      share: (button) => void host.pages.call(this.open, 'onShareAppMessage', { from: 'button', target: { id: button.id, dataset: button.dataset } }),
      openType: async (name, button) => {
        const reply = await host.reply(`open-type:${name}`, { id: button.id, scope: button.attribute('scope') });
        return openTypeDetail(isPlain(reply) ? reply : undefined, name);
      },
    };
  }

  private missing(what: string): never {
    throw new Error(`no ${what} on ${this.route}:\n${this.text()}`);
  }
}
