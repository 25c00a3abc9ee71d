import { type Page } from 'playwright-core';
import { type OpenBrowser } from '../../browser/open';
import { openTheatre } from '../stage/theatre';
import { nameOf, type State } from '../state';
import { statesOn, type Target } from '../table';
import { type Sheets } from './sheets';

export interface Wish {
  readonly targets: readonly Target[];
  readonly widths: readonly number[];
  /** 长辈版 or not. */
  readonly sizes: readonly boolean[];
  /** Words of which one is in a state's name or page; none means all. */
  readonly words: readonly string[];
}

export const WIDTHS = [320, 375, 430];

/** How high the window must be to show everything; the web build scrolls inside an element. Runs in the page. */
const heightOfAll = (): number => {
  const rests = [...document.querySelectorAll('*')].map((element) => (element.checkVisibility() ? element.scrollHeight - element.clientHeight : 0));
  return window.innerHeight + Math.max(0, ...rests);
};

const LEAST = 667;

/** The whole page in a window so wide, also what one would scroll to, down to `most`. */
export const wholePage = async (page: Page, width: number, most = Infinity): Promise<Uint8Array> => {
  await page.setViewportSize({ width, height: LEAST });
  const height = Math.min(most, await page.evaluate(heightOfAll));
  if (height > LEAST) await page.setViewportSize({ width, height });
  return page.screenshot();
};

const isWished = ({ words }: Wish, name: string): boolean => words.length === 0 || words.some((word) => name.includes(word));

/** Refusals differ in their words alone: one width shows them. */
const ENOUGH = 375;

const widthsFor = ({ widths }: Wish, { sign }: State): readonly number[] => (sign.startsWith('#refusal-') ? widths.filter((width) => width === ENOUGH) : widths);

/** Takes every wished state of one target; gives how many pictures. */
export const photograph = async (browser: OpenBrowser, { target, wish, sheets }: { target: Target; wish: Wish; sheets: Sheets }): Promise<number> => {
  const theatre = await openTheatre(browser, { target, width: wish.widths[0] ?? 375, sharpness: 1 });
  const states = statesOn(target).filter((state) => isWished(wish, nameOf(state)));
  let count = 0;
  for (const elder of wish.sizes)
    for (const state of states) {
      const widths = widthsFor(wish, state);
      if (widths.length > 0) await theatre.show(state, elder);
      for (const width of widths) sheets.add({ page: state.page, state: state.name, target, width, elder }, await wholePage(theatre.page, width));
      count += widths.length;
    }
  await theatre.close();
  return count;
};
