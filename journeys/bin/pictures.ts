import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { startStack } from '@yibao/simulator/src/stack';
import { openBrowser, type OpenBrowser } from '../browser/open';
import { Album } from '../citizen/album';
import { newPerson } from '../citizen/person';
import { photographPhone } from '../citizen/photograph-phone';
import { photographCounter, photographSettings, photographWalk } from '../citizen/photographer';
import { previewHands } from '../citizen/preview-hands';
import { photographWallet } from '../citizen/wallet-photographer';
import { TARGETS, type Target } from '../citizen/targets';
import { webHands } from '../citizen/web-hands';

interface Studio {
  readonly album: Album;
  readonly browser: OpenBrowser;
  readonly stack: Awaited<ReturnType<typeof startStack>>;
}

const FOLDER = join(__dirname, '../../.cache/pictures');

const photograph = async ({ album, browser, stack }: Studio, target: Target, elder: boolean): Promise<void> => {
  const { api, web, outside } = stack;
  const person = await newPerson(outside, 'two-regions');
  const platform = target === 'alipay' ? 'alipay' : 'weapp';
  const phone = { browser, platform, person: person.id } as const;
  const hands = target === 'web' ? await webHands({ ...phone, web }) : await previewHands({ ...phone, api, outside });
  const chapter = elder ? `${target}-elder` : target;
  const walk = { hands, person, platform, outside, chapter, elder } as const;
  const code = await photographWalk(album, walk);
  if (target === 'web' && !elder) await photographCounter(album, browser, { web, code });
  await photographWallet(album, walk, target === 'web');
  await photographPhone(album, walk);
  await photographSettings(album, walk);
  await hands.close();
  console.log(`${chapter}: done`);
};

/** `npm run pictures [-- weapp alipay web]`: pictures of every page into .cache/pictures, in usual and big text. Needs the built bundles. */
const main = async (asked: string[]): Promise<void> => {
  const targets = asked.length === 0 ? TARGETS : TARGETS.filter((target) => asked.includes(target));
  rmSync(FOLDER, { recursive: true, force: true });
  const stack = await startStack();
  const browser = await openBrowser();
  const studio = { album: new Album(FOLDER), browser, stack };
  try {
    for (const target of targets) for (const elder of [false, true]) await photograph(studio, target, elder);
    console.log(join(FOLDER, 'index.html'));
  } finally {
    await browser.close();
    await stack.stop();
  }
};

void main(process.argv.slice(2));
