import { join } from 'node:path';
import { openBrowser, type OpenBrowser } from '../browser/open';
import { photograph, WIDTHS, type Wish } from '../states/album/photograph';
import { renewReadme } from '../states/album/readme';
import { Sheets } from '../states/album/sheets';
import { acceptReferences } from '../states/references/references';
import { TARGETS, type Target } from '../states/table';

const FOLDER = join(__dirname, '../../.cache/pictures');

const isTarget = (word: string): word is Target => TARGETS.some((target) => target === word);
const isWidth = (word: string): boolean => WIDTHS.includes(Number(word));
const SIZES: Readonly<Record<string, boolean>> = { usual: false, elder: true };

const chosen = <T>(wished: readonly T[], all: readonly T[]): readonly T[] => (wished.length === 0 ? all : wished);

const wishOf = (words: readonly string[]): Wish => ({
  targets: chosen(words.filter(isTarget), TARGETS),
  widths: chosen(words.filter(isWidth).map(Number), WIDTHS),
  sizes: chosen(words.flatMap((word) => SIZES[word] ?? []), [false, true]),
  words: words.filter((word) => !isTarget(word) && !isWidth(word) && !(word in SIZES)),
});

const INSTEAD: Readonly<Record<string, (browser: OpenBrowser) => Promise<void>>> = { '--accept': acceptReferences, '--readme': renewReadme };

/**
 * `npm run pictures [-- weapp|alipay|web] [320|375|430] [usual|elder] [word in a page's or a state's name …]`: every state of every page into
 * .cache/pictures, with contact sheets. `--accept` renews the references instead, `--readme` the pictures of the README. Needs the built bundles.
 */
const main = async (words: string[]): Promise<void> => {
  const browser = await openBrowser();
  try {
    const instead = INSTEAD[words[0] ?? ''];
    if (instead !== undefined) {
      await instead(browser);
      return;
    }
    const wish = wishOf(words);
    const sheets = new Sheets(FOLDER);
    for (const target of wish.targets) {
      const began = Date.now();
      const count = await photograph(browser, { target, wish, sheets });
      console.log(`${target}: ${count} pictures in ${Math.round((Date.now() - began) / 1000)} s`);
    }
    console.log(sheets.bind());
  } finally {
    await browser.close();
  }
};

void main(process.argv.slice(2));
