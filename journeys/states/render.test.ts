import { openBrowser, type OpenBrowser } from '../browser/open';
import { differences } from './references/references';
import { type Finding } from './stage/inspect';
import { openTheatre, type Theatre } from './stage/theatre';
import { nameOf, type State } from './state';
import { statesOn, TARGETS } from './table';

/** The narrowest phones. */
const WIDTH = 320;

const PATIENCE = 600_000;

/** Brings the page to its state once and looks at it in both text sizes. */
const lookAt = async (theatre: Theatre, state: State): Promise<string[]> => {
  try {
    await theatre.show(state, false);
  } catch (cause) {
    return [`${nameOf(state)}: ${String(cause)}`];
  }
  const { usual, elder, problems } = await theatre.page.evaluate(() => ({ usual: window.stage.inspect(false), elder: window.stage.inspect(true), problems: window.stage.problems() }));
  const sentence = (size: string) => ({ what, where }: Finding) => `${nameOf(state)}${size}: ${what}: ${where}`;
  return [...usual.map(sentence('')), ...elder.map(sentence(', 长辈版')), ...problems.map((problem) => `${nameOf(state)}: ${problem}`)];
};

let browser: OpenBrowser;
beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);
afterAll(() => browser.close());

test.each(TARGETS)(
  'every state of every page is whole on %s, 320 wide, in both text sizes',
  async (target) => {
    const theatre = await openTheatre(browser, { target, width: WIDTH, sharpness: 1 });
    const complaints: string[] = [];
    for (const state of statesOn(target)) complaints.push(...(await lookAt(theatre, state)));
    await theatre.close();
    expect(complaints).toEqual([]);
  },
  PATIENCE,
);

describe('a page that is spoilt is complained of:', () => {
  const home = statesOn('weapp').find(({ name }) => name === 'not-activated')!;
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre(browser, { target: 'weapp', width: WIDTH, sharpness: 1 });
  }, PATIENCE);
  afterAll(() => theatre.close());

  const SPOILT: readonly (readonly [Finding['what'], { readonly style?: string; readonly words?: string }])[] = [
    ['target too small', { style: '.hero .button { min-height: 20px; padding: 0; font-size: 12px }' }],
    ['too wide', { style: '.hero { width: 400px }' }],
    ['cut off', { style: '.home__need-words { display: block; overflow: hidden; white-space: nowrap; height: 10px }' }],
    ['text outside its box', { style: '.hero { height: 60px }' }],
    ['overlapping targets', { style: '.cell + .cell { margin-top: -40px }' }],
    ['text too small', { style: '.cell__note { font-size: 9px }' }],
    ['raw text', { words: 'undefined' }],
    ['raw text', { words: '[object Object]' }],
    ['raw text', { words: '{hotline}' }],
    ['blank', { style: '.page > * { display: none !important }' }],
  ];

  test.each(SPOILT)('%s by %j', async (what, { style = 'i {}', words }) => {
    await theatre.show(home, false);
    await theatre.page.addStyleTag({ content: style });
    if (words !== undefined) await theatre.page.locator('.hero__slogan').evaluate((element, text) => element.replaceChildren(text), words);
    const found = await theatre.page.evaluate(() => window.stage.inspect(false));
    expect(found.map((each) => each.what)).toContain(what);
  });
});

test('the key pages look like their references', async () => {
  expect(await differences(browser)).toEqual([]);
}, PATIENCE);
