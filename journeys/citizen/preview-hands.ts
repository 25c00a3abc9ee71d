import { type Page } from 'playwright-core';
import { decodeCode } from '../browser/codes';
import { type OpenBrowser } from '../browser/open';
import { openPreview } from '../browser/preview';
import { type Platform } from '../host/platform';
import { BUILT_IN_API, bundleOfPlatform } from './compiled-hands';
import { type Hands, PATIENCE } from './hands';

export interface PreviewPhone {
  readonly browser: OpenBrowser;
  readonly platform: Platform;
  readonly person: string;
  readonly api: string;
  readonly outside: string;
}

export interface PreviewHands extends Hands {
  readonly page: () => Page;
}

/** The compiled mini-program drawn in Chromium with its own style sheets: slower than without a browser, but it can be seen. */
export const previewHands = async ({ browser, platform, person, api, outside }: PreviewPhone): Promise<PreviewHands> => {
  const open = (storage: Record<string, string>, online: boolean) =>
    openPreview(browser, { platform, directory: bundleOfPlatform(platform), storage, online, owner: { person, outside }, addresses: { [BUILT_IN_API]: api } });
  let page = await open({}, true);
  return {
    page: () => page,
    text: () => page.evaluate(() => window.preview.page().text()),
    has: (text) => page.evaluate((words) => window.preview.page().has(words), text),
    exists: (id) => page.evaluate((name) => window.preview.page().exists(`#${name}`), id),
    tap: (id) => page.evaluate((name) => window.preview.page().tap(`#${name}`), id),
    tapText: (text) => page.evaluate((words) => window.preview.page().tapText(words), text),
    type: (id, value) => page.evaluate(([name, typed]) => window.preview.page().input(`#${name}`, typed), [id, value] as const),
    waitForText: (text) => page.evaluate(([words, limit]) => window.preview.page().waitFor(words, limit), [text, PATIENCE] as const),
    waitForAny: async (ids) => {
      const found = await page.waitForFunction((names) => names.find((name) => window.preview.page().exists(`#${name}`)), ids, { timeout: PATIENCE });
      return (await found.jsonValue()) ?? '';
    },
    agree: async () => {},
    scan: async (id) => (await decodeCode(await page.screenshot({ fullPage: true })))[id],
    clipboard: () => page.evaluate(() => window.preview.host().device.clipboard),
    online: (on) => page.evaluate((network) => window.preview.host().network(network), on),
    restart: async () => {
      const { storage, online } = await page.evaluate(() => ({ storage: window.preview.storage(), online: window.preview.host().device.online }));
      await page.context().close();
      page = await open(storage, online);
    },
    pass: (span) => page.evaluate((time) => window.preview.host().advance(time), span),
    setClock: (by) => page.evaluate((change) => window.preview.host().clock.set(change), by),
    leavings: async () => ({ storage: await page.evaluate(() => window.preview.storage()), console: [], addresses: [] }),
    close: async () => {
      const problems = await page.evaluate(() => window.preview.problems());
      await page.context().close();
      if (problems.length > 0) throw new Error(`the app had problems: ${JSON.stringify(problems)}`);
    },
  };
};
