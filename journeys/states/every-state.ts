import { openBrowser } from '../browser/open';
import { lookAtAll, type More } from './look';
import { openTheatre } from './stage/theatre';
import { statesOn, type Target } from './table';

/** The narrowest phones. */
export const NARROWEST = 320;

/** A busy computer is slow; what is waited for is never a time. */
export const PATIENCE = 900_000;

/** The test of one target; a file for each, so that they run beside each other. */
export const everyStateIsWhole = (target: Target, more?: More): void => {
  test(
    `every state of every page is whole, legible and plainly told on ${target}, ${NARROWEST} wide, in both text sizes (ALL-1)`,
    async () => {
      const browser = await openBrowser();
      try {
        const theatre = await openTheatre(browser, { target, width: NARROWEST, sharpness: 1 });
        expect(await lookAtAll(theatre, statesOn(target), more)).toEqual([]);
      } finally {
        await browser.close();
      }
    },
    PATIENCE,
  );
};
