import { chromium, type Browser, type BrowserContext, type BrowserContextOptions } from 'playwright-core';
import { findChromium } from './chromium';
import { chineseFonts } from './fonts';

export interface OpenBrowser {
  /** A phone of its own: 375×667 points at double density, touch, empty storage. Reaches this computer only. */
  phone(): Promise<BrowserContext>;
  /** A desktop computer's window, 1280×800, e.g. for the counter page. Reaches this computer only. */
  desk(): Promise<BrowserContext>;
  /** Any other screen. Reaches this computer only. */
  screen(screen: BrowserContextOptions): Promise<BrowserContext>;
  close(): Promise<void>;
}

const LOCAL = /^(https?:\/\/(127\.0\.0\.1|localhost|\[::1\])[:/]|data:|blob:|about:)/;

const contextFor = async (browser: Browser, screen: BrowserContextOptions): Promise<BrowserContext> => {
  const context = await browser.newContext({ ...screen, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', serviceWorkers: 'block', reducedMotion: 'reduce' });
  await context.route(
    (url) => !LOCAL.test(url.href),
    (route) => route.abort('internetdisconnected'),
  );
  return context;
};

const launch = async (): Promise<Browser> => {
  const { path, env } = await findChromium();
  const variables = { ...process.env, ...env, FONTCONFIG_FILE: await chineseFonts() } as Record<string, string>;
  return chromium.launch({ executablePath: path, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none'], env: variables });
};

// not `isMobile`: its double tap zooms in when two quick taps follow each other
/** Starts Chromium without a window. Close it, or the process stays. */
export const openBrowser = async (): Promise<OpenBrowser> => {
  const browser = await launch();
  return {
    phone: () => contextFor(browser, { viewport: { width: 375, height: 667 }, deviceScaleFactor: 2, hasTouch: true }),
    desk: () => contextFor(browser, { viewport: { width: 1280, height: 800 } }),
    screen: (screen) => contextFor(browser, screen),
    close: () => browser.close(),
  };
};
