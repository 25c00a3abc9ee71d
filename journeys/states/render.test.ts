import { openBrowser, type OpenBrowser } from '../browser/open';
import { violationsOn } from '../accessibility/axe';
import { NARROWEST, PATIENCE } from './every-state';
import { lookAtAll } from './look';
import { differences } from './references/references';
import { type Finding } from './stage/inspect';
import { openTheatre, type Theatre } from './stage/theatre';
import { type State } from './state';
import { stateNamed, statesOn } from './table';

let browser: OpenBrowser;
beforeAll(async () => {
  browser = await openBrowser();
}, PATIENCE);
afterAll(() => browser.close());

describe('a page that is spoilt is complained of:', () => {
  const HOME = stateNamed('pages/home/home', 'not-activated');
  const NOTICED = stateNamed('pages/home/home', 'unbound-by-holder');
  const ASKED = stateNamed('pages/binding/binding', 'reason');
  const FAULTY = stateNamed('pages/feedback/feedback', 'fault');
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre(browser, { target: 'weapp', width: NARROWEST, sharpness: 1 });
  }, PATIENCE);
  afterAll(() => theatre.close());

  interface Spoiling {
    readonly state?: State;
    readonly elder?: true;
    readonly style?: string;
    /** Stand in the place of the slogan. */
    readonly words?: string;
    /** Is put into the page. */
    readonly html?: string;
    /** Is taken out of the page. */
    readonly without?: string;
    /** This attribute is taken from every element. */
    readonly unsaid?: string;
  }

  const spoil = ({ style = '', words, html, without, unsaid }: Spoiling): Promise<void> =>
    theatre.page.evaluate(
      ([rules, text, added, removed, attribute]) => {
        document.head.append(Object.assign(document.createElement('style'), { textContent: rules }));
        if (text !== undefined) document.querySelector('.hero__slogan')?.replaceChildren(text);
        if (added !== undefined) document.querySelector('.page')?.insertAdjacentHTML('beforeend', added);
        if (removed !== undefined) document.querySelectorAll(removed).forEach((element) => element.remove());
        if (attribute !== undefined) document.querySelectorAll(`[${attribute}]`).forEach((element) => element.removeAttribute(attribute));
      },
      [style, words, html, without, unsaid] as const,
    );

  const SPOILT: readonly (readonly [Finding['what'], Spoiling])[] = [
    ['target too small', { style: '.hero .button { min-height: 20px; padding: 0; font-size: 12px }' }],
    ['target too small', { elder: true, style: '.page .cell { min-height: 50px; height: 50px; overflow: hidden }' }],
    ['too wide', { style: '.hero { width: 400px }' }],
    ['cut off', { style: '.home__need-words { display: block; overflow: hidden; white-space: nowrap; height: 10px }' }],
    ['text outside its box', { style: '.hero { height: 60px }' }],
    ['overlapping targets', { style: '.cell + .cell { margin-top: -40px }' }],
    ['overlapping targets', { style: '.cell + .cell { margin-top: -3px }' }],
    ['broken word', { style: '.hero__slogan { width: 80px }', words: 'insurance' }],
    ['text too small', { style: '.cell__note { font-size: 9px }' }],
    ['text too small', { elder: true, style: '.page .cell__note { font-size: 17px }' }],
    ['raw text', { words: 'undefined' }],
    ['raw text', { words: '[object Object]' }],
    ['raw text', { words: '{hotline}' }],
    ['blank', { style: '.page > * { display: none !important }' }],
    ['contrast too low', { style: '.cell__note { color: #8c8c8c }' }],
    ['contrast too low', { style: '.cell { opacity: 0.5 }' }],
    ['contrast too low', { style: '.hero { background-image: linear-gradient(#0b57d0, #9ec1ff) }' }],
    ['told by colour alone', { state: NOTICED, without: '.notice .icon' }],
    ['told by colour alone', { state: NOTICED, without: '.notice__title' }],
    ['told by colour alone', { state: ASKED, without: '.choice .icon' }],
    ['told by colour alone', { state: FAULTY, without: '.field__fault' }],
    ['promotion', { elder: true, words: '激活就领红包' }],
    ['promotion', { elder: true, words: 'Activate now and win a prize' }],
    ['promotion', { elder: true, html: '<ad style="display: block; height: 60px"></ad>' }],
    ['no role', { unsaid: 'aria-role' }],
    ['takes a tap without a role', { unsaid: 'aria-role' }],
    ['no name', { unsaid: 'aria-label' }],
    ['not said whether chosen', { unsaid: 'aria-checked' }],
    ['picture without words', { unsaid: 'aria-hidden' }],
    ['pop-up', { elder: true, style: '.hero { position: fixed; top: 0 }' }],
  ];

  const findings = async (spoiling: Spoiling): Promise<string[]> => {
    const { state = HOME, elder = false } = spoiling;
    await theatre.show(state, elder);
    const before = await theatre.page.evaluate((size) => window.stage.inspect(size), elder);
    expect(before).toEqual([]);
    await spoil(spoiling);
    const after = await theatre.page.evaluate((size) => window.stage.inspect(size), elder);
    return after.map(({ what }) => what);
  };

  const NAMED = SPOILT.map(([what, spoiling]) => ({ what, spoiling, by: spoiling.style ?? spoiling.words ?? spoiling.html ?? `the lack of ${spoiling.without ?? spoiling.unsaid ?? ''}` }));

  test.each(NAMED)('$what by $by', async ({ what, spoiling }) => {
    expect(await findings(spoiling)).toContain(what);
  }, PATIENCE);
});

test.each([
  ['image-alt', '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" width="20" height="20">'],
  ['aria-command-name', '<div role="button" tabindex="0"></div>'],
  ['label', '<input>'],
  ['label-content-name-mismatch', '<div role="button" aria-label="返回">继续办理</div>'],
  ['aria-required-attr', '<div role="checkbox" aria-label="同意"></div>'],
])('axe finds %s', async (rule, body) => {
  const context = await browser.phone();
  const page = await context.newPage();
  await page.setContent(`<html lang="zh"><title>医保码</title><main>${body}</main></html>`);
  expect((await violationsOn(page)).map((violation) => violation.replace(/:.*/s, ''))).toContain(rule);
  await context.close();
}, PATIENCE);

test(`in English, too, every page is whole and legible, ${NARROWEST} wide, in both text sizes (ALL-2)`, async () => {
  const theatre = await openTheatre(browser, { target: 'weapp', width: NARROWEST, sharpness: 1 });
  const english = statesOn('weapp').filter(({ sign }) => !sign.startsWith('#refusal-')).map((state): State => ({ ...state, kept: { ...state.kept, language: 'en' } }));
  expect(await lookAtAll(theatre, english)).toEqual([]);
  await theatre.close();
}, PATIENCE);

test('the key pages look like their references', async () => {
  expect(await differences(browser)).toEqual([]);
}, PATIENCE);
