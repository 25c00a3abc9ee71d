import { barModules } from '../../miniapp/src/components/bar-modules';
import { qrModules } from '../../miniapp/src/components/qr-modules';
import { modulesUri } from '../../miniapp/src/components/svg-uri';
import { join } from 'node:path';
import { type Platform } from '../host/platform';
import { decodeCode } from './codes';
import { draw } from './figure';
import { openBrowser, type OpenBrowser } from './open';
import { openPreview } from './preview';

const DIGITS = '4241234567890123456789370000';

const uri = (svg: string) => `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;

describe('a figure is drawn without a browser', () => {
  test('rectangles of paths and rect elements become pixels, in their order', () => {
    const { width, height, data } = draw(uri(`<svg viewBox="0 0 4 2"><path fill="#fff" d="M0 0h4v2H0z"/><path d="M1 0h2v1h-2zM0 1h1v1h-1z"/><rect x="2" y="0" width="1" height="1" fill="white"/></svg>`));
    const dark = (x: number, y: number) => data[(y * width + x) * 4] === 0;
    const [margin, tall] = [32, 80];
    expect([width, height]).toEqual([32 + 64, 160 + 64]);
    const rows = [0, 1].map((y) => [0, 1, 2, 3].map((x) => dark(margin + x * 8 + 4, margin + y * tall + 4)));
    expect(rows).toEqual([[false, true, false, false], [true, false, false, false]]);
  });

  test('what is not an SVG image is not drawn', () => {
    expect(() => draw('data:image/png;base64,AAAA')).toThrow('not an SVG image');
  });
});

test('the app’s own figures are read from their pixels', async () => {
  const qr = await decodeCode(draw(modulesUri(qrModules(DIGITS))));
  const bar = await decodeCode(draw(modulesUri([barModules(DIGITS)])));
  expect([qr, bar]).toEqual([{ qr: DIGITS, bar: undefined }, { qr: undefined, bar: DIGITS }]);
});

const platforms: Platform[] = ['weapp', 'alipay'];

describe('Chromium', () => {
  let browser: OpenBrowser;
  beforeAll(async () => {
    browser = await openBrowser();
  }, 60_000);
  afterAll(() => browser.close());

  test('shows figures that a scanner reads from the screen', async () => {
    const page = await (await browser.phone()).newPage();
    await page.setContent(`<meta name="viewport" content="width=device-width"><img style="width:250px;height:250px" src="${modulesUri(qrModules(DIGITS))}"><img style="width:343px;height:80px" src="${modulesUri([barModules(DIGITS)])}">`);
    expect(await decodeCode(await page.screenshot())).toEqual({ qr: DIGITS, bar: DIGITS });
  });

  test('has letters for Chinese text', async () => {
    const page = await (await browser.phone()).newPage();
    const drawn = async (text: string) => {
      await page.setContent(`<p style="font:40px sans-serif;margin:0">${text}</p>`);
      return page.screenshot({ clip: { x: 0, y: 0, width: 200, height: 60 } });
    };
    const [one, other, none] = [await drawn('医保码'), await drawn('参保地'), await drawn('\u{e000}\u{e000}\u{e000}')];
    expect(one.equals(other)).toBe(false);
    expect(one.equals(none)).toBe(false);
    expect(await page.evaluate(() => document.fonts.check('16px "Noto Sans SC"', '医'))).toBe(true);
  });

  test.each(platforms)('draws a compiled %s bundle with its own style', async (platform) => {
    const page = await openPreview(browser, { platform, directory: join(__dirname, '../host/fixture', platform) });
    await page.evaluate(() => window.preview.page().tap('#add'));
    expect(await page.locator('.preview-bar').innerText()).toBe('样例');
    expect(await page.getByText('3. 新').isVisible()).toBe(true);
    expect(await page.locator('.page').evaluate((element) => getComputedStyle(element).fontSize)).toBe('20px');
    expect(await page.evaluate(() => window.preview.problems())).toEqual([]);
    await page.context().close();
  });

  test('reaches this computer only', async () => {
    const page = await (await browser.phone()).newPage();
    await expect(page.goto('http://192.0.2.1/')).rejects.toThrow('ERR_INTERNET_DISCONNECTED');
  });
});
