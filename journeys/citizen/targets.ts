import { openBrowser, type OpenBrowser } from '../browser/open';
import { type Answers, type Entry } from '../host/api/bench';
import { type Transport } from '../host/http';
import { type Platform } from '../host/platform';
import { Citizen } from './citizen';
import { compiledHands } from './compiled-hands';
import { type Leavings } from './hands';
import { type Person } from './person';
import { webHands } from './web-hands';

/** Where the app runs: the compiled bundles without a browser, or the web build in Chromium. */
export const TARGETS = ['weapp', 'alipay', 'web'] as const;
export type Target = (typeof TARGETS)[number];

/** Addresses of a running stack. */
export interface Addresses {
  readonly api: string;
  readonly web: string;
  readonly outside: string;
}

export interface Opening {
  readonly target: Target;
  readonly person: Person;
  /** The web build can pose as either platform; the bundles are what they are. */
  readonly platform?: Platform;
  /** The first opening: its scene and what a scanned code said. */
  readonly entry?: Entry;
  /** What this phone, running a bundle, does otherwise than one of a person who agrees to everything. */
  readonly answers?: Answers;
  /** The network of this phone, running a bundle, where it is not the real one. */
  readonly transport?: Transport;
}

/** Gives phones to citizens and takes them back. */
export class Phones {
  private browser: Promise<OpenBrowser> | undefined;
  private readonly citizens: { readonly target: Target; readonly citizen: Citizen }[] = [];
  private readonly left: [Target, Leavings][] = [];

  constructor(private readonly addresses: Addresses) {}

  async open({ target, person, platform = target === 'alipay' ? 'alipay' : 'weapp', entry = {}, answers = {}, transport }: Opening): Promise<Citizen> {
    const { api, web, outside } = this.addresses;
    const hands = target === 'web' ? await webHands({ browser: await this.chromium(), platform, person: person.id, web, entry }) : await compiledHands({ platform: target, person: person.id, api, outside, entry, answers, ...(transport === undefined ? {} : { transport }) });
    const citizen = new Citizen({ hands, person, platform, outside });
    this.citizens.push({ target, citizen });
    return citizen;
  }

  /** Ends all phones; fails if an app had problems that it did not handle. */
  async closeAll(): Promise<void> {
    const ended = await Promise.allSettled(this.citizens.splice(0).map((one) => this.ended(one)));
    const failed = ended.find((each) => each.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
  }

  async stop(): Promise<void> {
    await this.closeAll().finally(async () => {
      await (await this.browser)?.close();
    });
  }

  /** What the apps left behind on the phones that were closed since the last asking. */
  leavings = (): readonly (readonly [Target, Leavings])[] => this.left.splice(0);

  private async ended({ target, citizen }: { readonly target: Target; readonly citizen: Citizen }): Promise<void> {
    await citizen.hands.leavings().then((left) => this.left.push([target, left]));
    await citizen.close();
  }

  private chromium(): Promise<OpenBrowser> {
    this.browser ??= openBrowser();
    return this.browser;
  }
}
