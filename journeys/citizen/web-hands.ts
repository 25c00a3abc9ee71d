import { type BrowserContext, type Locator, type Page } from 'playwright-core';
import { decodeCode } from '../browser/codes';
import { type OpenBrowser } from '../browser/open';
import { nodeHttp } from '../host/node-http';
import { type Entry } from '../host/api/bench';
import { type Platform } from '../host/platform';
import { type Consent, type Hands, PATIENCE } from './hands';

export interface WebPhone {
  readonly browser: OpenBrowser;
  /** The mini-program that the web build poses as. */
  readonly platform: Platform;
  readonly person: string;
  /** Address of the web build. */
  readonly web: string;
  /** How the app is opened, as the simulated phone takes it from the address. */
  readonly entry?: Entry;
}

export interface WebHands extends Hands {
  /** The browser's page, for pictures and for what only a test can look at. */
  readonly page: () => Page;
}

const SHEET_BUTTONS: Readonly<Record<Exclude<Consent, 'real-name'>, string>> = { account: '同意', face: '开始', 'phone-number': '允许', 'other-number': '使用其他号码', 'add-card': '添加', 'open-card': '打开医保码' };

/** The pages of the app are its package, which a phone keeps: they come also when the network is off. */
const keepPackage = async (context: BrowserContext, web: string): Promise<void> => {
  const isPackage = (url: URL) => url.href.startsWith(web) && !/^\/(api|outside)\//.test(url.pathname);
  const kept = new Map<string, { status: number; contentType: string; body: string }>();
  await context.route(isPackage, async (route) => {
    const url = route.request().url().replace(/[?#].*$/, '');
    const known = kept.get(url) ?? (await fetched(url));
    kept.set(url, known);
    await route.fulfill(known);
  });
};

const fetched = async (url: string): Promise<{ status: number; contentType: string; body: string }> => {
  const { status, headers, body } = await nodeHttp({ url, method: 'GET', headers: {}, timeout: PATIENCE }).answer;
  return { status, contentType: headers['content-type'] ?? 'text/plain', body };
};

const agreeOn = async (page: Page, consent: Consent): Promise<void> => {
  const sheet = page.locator('dialog.phone-sheet');
  if (consent === 'real-name') await sheet.getByLabel('支付密码').pressSequentially('135790');
  else await sheet.getByRole('button', { name: SHEET_BUTTONS[consent], exact: true }).click();
  await sheet.waitFor({ state: 'detached', timeout: PATIENCE });
};

const addressOf = ({ scene, query }: Entry) => `&${new URLSearchParams({ ...query, ...(scene === undefined ? {} : { scene: String(scene) }) }).toString()}`;

/** An element with the id on the page that shows; pages below it stay in the document. */
const visible = (page: Page, id: string): Locator => page.locator(`[id="${id}"]:visible`).last();

/** The web build in the hands of a person, in Chromium, with the simulated phone's own dialogs. */
export const webHands = async ({ browser, platform, person, web, entry }: WebPhone): Promise<WebHands> => {
  const context = await browser.phone();
  context.setDefaultTimeout(PATIENCE);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await keepPackage(context, web);
  const errors: string[] = [];
  const printed: string[] = [];
  const addresses = new Set<string>();
  context.on('request', (request) => addresses.add(request.url()));
  let clockOff = 0;
  const open = async (path = '', opening = ''): Promise<Page> => {
    const page = await context.newPage();
    page.on('console', (line) => printed.push(line.text()));
    page.on('framenavigated', (frame) => addresses.add(frame.url()));
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.clock.install({ time: Date.now() + clockOff });
    await page.goto(`${web}/?channel=${platform}&person=${encodeURIComponent(person)}${opening}${path && `#/${path}`}`);
    return page;
  };
  let page = await open('', entry && addressOf(entry));
  const text = () => page.locator('body').innerText();
  return {
    page: () => page,
    text,
    has: async (words) => (await text()).replace(/\n/g, '').includes(words),
    exists: async (id) => visible(page, id).isVisible(),
    tap: (id) => visible(page, id).tap(),
    tapText: (words) => page.getByText(words).locator('visible=true').last().tap(),
    type: (id, value) => visible(page, id).locator('input').fill(value),
    waitForText: (words) => page.getByText(words).locator('visible=true').first().waitFor(),
    waitForAny: async (ids) => {
      const any = ids.map((id) => `[id="${id}"]:visible`).join(', ');
      return (await page.locator(any).last().getAttribute('id')) ?? '';
    },
    agree: (consent) => agreeOn(page, consent),
    scan: async (id) => {
      const figure = visible(page, id);
      if (!(await figure.isVisible())) return undefined;
      return (await decodeCode(await figure.screenshot()))[id];
    },
    clipboard: () => page.evaluate(() => navigator.clipboard.readText()),
    online: (on) => context.setOffline(!on),
    restart: async (path, scene) => {
      await page.close();
      page = await open(path, scene === undefined ? '' : addressOf({ scene }));
    },
    pass: async (span) => {
      clockOff += span;
      await page.clock.fastForward(span);
    },
    setClock: async (by) => {
      clockOff += by;
      await page.clock.setSystemTime(Date.now() + clockOff);
    },
    leavings: async () => ({ storage: await page.evaluate(() => Object.fromEntries([...Object.entries(localStorage), ...Object.entries(sessionStorage)]) as Record<string, string>), console: printed, addresses: [...addresses] }),
    close: async () => {
      await context.close();
      if (errors.length > 0) throw new Error(`the page had errors:\n${errors.join('\n')}`);
    },
  };
};
