import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type OpenBrowser } from '../../browser/open';
import { wholePage } from '../album/photograph';
import { openTheatre, type Theatre } from '../stage/theatre';
import { openDarkroom, type Darkroom } from './darkroom';
import { KEY_PAGES, type KeyPage } from './key-pages';

const ACCEPTED = join(__dirname, 'pictures');
/** What differs is laid here, to be looked at. */
const DIFFERENCES = join(__dirname, '../../../.cache/differences');

const WIDTH = 375;

/** So many pixels may differ: fewer than a letter has. */
const MOST = 40;

const fileOf = (name: string): string => join(ACCEPTED, `${name}.png`);

interface Studio {
  readonly theatre: Theatre;
  readonly darkroom: Darkroom;
}

/** Enough of a long page to know it by, in points. */
const HEIGHT = 900;

/** Few enough colours that a picture is small, and enough that letters are smooth. */
const COLOURS = 128;

const take = async ({ theatre, darkroom }: Studio, { state, elder }: KeyPage): Promise<Uint8Array> => {
  await theatre.show(state, elder);
  return darkroom.reduce(await wholePage(theatre.page, WIDTH, HEIGHT), COLOURS);
};

const inStudio = async <T>(browser: OpenBrowser, work: (studio: Studio) => Promise<T>): Promise<T> => {
  const studio = { theatre: await openTheatre(browser, { target: 'weapp', width: WIDTH, sharpness: 1 }), darkroom: await openDarkroom(browser) };
  try {
    return await work(studio);
  } finally {
    await studio.theatre.close();
    await studio.darkroom.close();
  }
};

/** Takes the key pages as they look now for what they should look like. */
export const acceptReferences = (browser: OpenBrowser): Promise<void> =>
  inStudio(browser, async (studio) => {
    rmSync(ACCEPTED, { recursive: true, force: true });
    mkdirSync(ACCEPTED, { recursive: true });
    for (const key of KEY_PAGES) writeFileSync(fileOf(key.name), await take(studio, key));
  });

const differenceOf = async (studio: Studio, key: KeyPage): Promise<string | undefined> => {
  const now = await take(studio, key);
  if (!existsSync(fileOf(key.name))) return `${key.name}: there is no reference`;
  const { pixels, picture } = await studio.darkroom.compare(readFileSync(fileOf(key.name)), now);
  if (pixels <= MOST) return undefined;
  mkdirSync(DIFFERENCES, { recursive: true });
  const [seen, where] = [join(DIFFERENCES, `${key.name}.png`), join(DIFFERENCES, `${key.name}-difference.png`)];
  writeFileSync(seen, now);
  writeFileSync(where, Buffer.from(picture, 'base64'));
  return `${key.name}: ${pixels} pixels differ, see ${where} and ${seen}; if it is meant, npm run pictures -- --accept`;
};

/** One sentence for each key page that does not look like its reference. */
export const differences = (browser: OpenBrowser): Promise<string[]> =>
  inStudio(browser, async (studio) => {
    const found: string[] = [];
    for (const key of KEY_PAGES) found.push(...[await differenceOf(studio, key)].filter((sentence) => sentence !== undefined));
    return found;
  });
