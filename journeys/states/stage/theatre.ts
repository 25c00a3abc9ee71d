import { build } from 'esbuild';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, type Page } from 'playwright-core';
import { type OpenBrowser } from '../../browser/open';
import { bundleOfPlatform } from '../../citizen/compiled-hands';
import { bundleOf } from '../../host/bundle';
import { filesIn } from '../../host/bundle-directory';
import { type Platform } from '../../host/platform';
import { Problems } from '../../host/problems';
import { compileTemplates } from '../../host/view/templates';
import { NOW } from '../people';
import { type State } from '../state';
import { channelOn, type Target } from '../table';
import { ALIPAY_SERVICE, USUAL_PHONE, USUAL_SERVICE } from '../usual';
import { type Scene } from './scene';

/** One target in one window, put into one state after the other. */
export interface Theatre {
  readonly page: Page;
  show(state: State, elder: boolean): Promise<void>;
  close(): Promise<void>;
}

export interface Seat {
  readonly target: Target;
  readonly width: number;
  /** Pixels to a point. */
  readonly sharpness: number;
}

/** An address that does not exist: everything on it is given by us. */
const ORIGIN = 'http://127.0.0.1';
const DOCUMENT = '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"></head><body></body></html>';

const scripts = new Map<string, Promise<string>>();

const scriptOf = (entry: string): Promise<string> => {
  const known = scripts.get(entry);
  if (known !== undefined) return known;
  const built = build({ entryPoints: [join(__dirname, entry)], bundle: true, write: false, format: 'iife', platform: 'browser', define: { 'process.env.NODE_ENV': '"production"' } }).then(({ outputFiles }) => outputFiles[0]?.text ?? '');
  scripts.set(entry, built);
  return built;
};

const sceneOf = (target: Target, state: State, elder: boolean): Scene => {
  const alipay = channelOn(target, state) === 'alipay' ? ALIPAY_SERVICE : {};
  return {
    page: state.page,
    sign: state.sign,
    kept: { elder, ...state.kept },
    online: state.online ?? true,
    service: { ...USUAL_SERVICE, ...alipay, ...state.service },
    phone: { ...USUAL_PHONE, ...state.phone },
    steps: state.steps ?? [],
    at: new Date(state.at ?? NOW).getTime(),
  };
};

const compiled = async (page: Page, platform: Platform): Promise<Pick<Theatre, 'show'>> => {
  const files = filesIn(bundleOfPlatform(platform));
  await page.route(`${ORIGIN}/**`, (route) => route.fulfill({ contentType: 'text/html', body: DOCUMENT }));
  await page.goto(`${ORIGIN}/stage`);
  await page.addScriptTag({ content: `window.stageBundle = ${JSON.stringify({ platform, files })}; window.previewTemplates = ${compileTemplates(bundleOf(files), platform, new Problems())}` });
  await page.addScriptTag({ content: await scriptOf('compiled-entry.ts') });
  return {
    show: (state, elder) => page.evaluate((scene) => window.stage.show(scene), sceneOf(platform, state, elder)),
  };
};

const TYPES: Readonly<Record<string, string>> = { html: 'text/html', js: 'text/javascript', css: 'text/css' };

const web = async (page: Page): Promise<Pick<Theatre, 'show'>> => {
  const folder = join(__dirname, '../../../miniapp/dist/h5');
  if (!existsSync(join(folder, 'index.html'))) throw new Error('no web build: build it first, npm run build:h5');
  const script = await scriptOf('web-entry.ts');
  let scene = '';
  await page.route(`${ORIGIN}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/phone.js') return route.fulfill({ contentType: 'text/javascript', body: `window.stageScene = ${scene};\n${script}` });
    const file = pathname === '/' ? 'index.html' : pathname.slice(1);
    if (!existsSync(join(folder, file))) return route.fulfill({ status: 404, body: '' });
    return route.fulfill({ contentType: `${TYPES[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream'}; charset=utf-8`, body: readFileSync(join(folder, file)) });
  });
  let count = 0;
  return {
    show: async (state, elder) => {
      const shown = sceneOf('web', state, elder);
      scene = JSON.stringify({ ...shown, channel: channelOn('web', state) });
      count += 1;
      await page.goto(`${ORIGIN}/?${count}#/${state.page}`);
      await page.evaluate((given) => window.stage.show(given), shown);
    },
  };
};

/** Opens a window in which states of a target are shown. Needs its build. */
export const openTheatre = async (browser: OpenBrowser, { target, width, sharpness }: Seat): Promise<Theatre> => {
  const context: BrowserContext = await browser.screen({ viewport: { width, height: 667 }, deviceScaleFactor: sharpness, hasTouch: true, permissions: ['clipboard-write'] });
  const page = await context.newPage();
  const { show } = target === 'web' ? await web(page) : await compiled(page, target);
  return { page, show, close: () => context.close() };
};
