import { build } from 'esbuild';
import { join } from 'node:path';
import { type Page as BrowserPage } from 'playwright-core';
import { bundleOf } from '../host/bundle';
import { filesIn } from '../host/bundle-directory';
import { nodeHttp } from '../host/node-http';
import { type Platform } from '../host/platform';
import { Problems } from '../host/problems';
import { compileTemplates } from '../host/view/templates';
import { type OpenBrowser } from './open';
import { type Boot } from './preview/entry';

export interface PreviewOptions extends Partial<Pick<Boot, 'entry' | 'storage' | 'owner' | 'addresses' | 'online'>> {
  readonly platform: Platform;
  /** The compiled bundle. */
  readonly directory: string;
}

/** An address that does not exist: its one page is given by us. */
const ADDRESS = 'http://127.0.0.1/preview';
const DOCUMENT = '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"></head><body></body></html>';

let script: Promise<string> | undefined;

const hostScript = (): Promise<string> => {
  script ??= build({
    entryPoints: [join(__dirname, 'preview/entry.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    define: { 'process.env.NODE_ENV': '"production"' },
  }).then(({ outputFiles }) => outputFiles[0]?.text ?? '');
  return script;
};

/** Runs a compiled mini-program inside Chromium, drawn with its own style sheets. Drive it with `page.evaluate(() => window.preview.page()…)`. */
export const openPreview = async (browser: OpenBrowser, options: PreviewOptions): Promise<BrowserPage> => {
  const { directory, ...given } = options;
  const { platform } = given;
  const files = filesIn(directory);
  const page = await (await browser.phone()).newPage();
  await page.route(ADDRESS, (route) => route.fulfill({ contentType: 'text/html', body: DOCUMENT }));
  await page.exposeFunction('previewSend', async (request: Parameters<typeof nodeHttp>[0]) => nodeHttp(request).answer.catch((cause: unknown) => ({ failure: String(cause) })));
  await page.goto(ADDRESS);
  await page.addScriptTag({ content: `window.previewTemplates = ${compileTemplates(bundleOf(files), platform, new Problems())}` });
  await page.addScriptTag({ content: await hostScript() });
  const boot: Boot = { files, entry: {}, storage: {}, addresses: {}, online: true, ...given };
  await page.evaluate((all) => window.preview.start(all), boot);
  return page;
};
