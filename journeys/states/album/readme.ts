import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type OpenBrowser } from '../../browser/open';
import { openDarkroom } from '../references/darkroom';
import { stateNamed } from '../table';
import { openTheatre } from '../stage/theatre';

const FOLDER = join(__dirname, '../../../docs/pictures');

const SCREEN = { width: 375, height: 740 };

const PICTURES = [
  { file: 'home', state: stateNamed('pages/home/home', 'not-activated'), elder: false },
  { file: 'activation', state: stateNamed('pages/activation/activation', 'identity-typed'), elder: false },
  { file: 'voucher', state: stateNamed('pages/voucher/voucher', 'code'), elder: false },
  { file: 'voucher-elder', state: stateNamed('pages/voucher/voucher', 'code'), elder: true },
  { file: 'bindings', state: stateNamed('pages/binding/binding', 'two'), elder: false },
] as const;

/** The pictures in the README: a phone's screen each, of the compiled WeChat bundle. */
export const renewReadme = async (browser: OpenBrowser): Promise<void> => {
  const theatre = await openTheatre(browser, { target: 'weapp', width: SCREEN.width, sharpness: 2 });
  const darkroom = await openDarkroom(browser);
  for (const { file, state, elder } of PICTURES) {
    await theatre.page.setViewportSize(SCREEN);
    await theatre.show(state, elder);
    writeFileSync(join(FOLDER, `${file}.png`), await darkroom.reduce(await theatre.page.screenshot()));
  }
  await darkroom.close();
  await theatre.close();
};
