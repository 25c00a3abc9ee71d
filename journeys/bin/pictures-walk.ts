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
import { photographUnbinding } from '../citizen/unbinding-pictures';
import { webHands } from '../citizen/web-hands';

interface Studio {
  readonly album: Album;
  readonly browser: OpenBrowser;
  readonly stack: Awaited<ReturnType<typeof startStack>>;
}

const FOLDER = join(__dirname, '../../.cache/walk');

const handsOf = ({ browser, stack: { api, web, outside } }: Studio, target: Target, person: string) => {
  const phone = { browser, platform: target === 'alipay' ? 'alipay' : 'weapp', person } as const;
  return target === 'web' ? webHands({ ...phone, web }) : previewHands({ ...phone, api, outside });
};

/** A second person, so that the first one's story stays whole. */
const photographUnbound = async (studio: Studio, { target, chapter, elder }: { target: Target; chapter: string; elder: boolean }): Promise<void> => {
  const { outside } = studio.stack;
  const person = await newPerson(outside, 'two-regions');
  const hands = await handsOf(studio, target, person.id);
  await photographUnbinding(studio.album, { hands, person, platform: target === 'alipay' ? 'alipay' : 'weapp', outside, chapter, elder });
  await hands.close();
};

const photograph = async ({ album, browser, stack }: Studio, target: Target, elder: boolean): Promise<void> => {
  const { web, outside } = stack;
  const person = await newPerson(outside, 'two-regions');
  const platform = target === 'alipay' ? 'alipay' : 'weapp';
  const hands = await handsOf({ album, browser, stack }, target, person.id);
  const chapter = elder ? `${target}-elder` : target;
  const walk = { hands, person, platform, outside, chapter, elder } as const;
  const code = await photographWalk(album, walk);
  if (target === 'web' && !elder) await photographCounter(album, browser, { web, code });
  await photographWallet(album, walk, target === 'web');
  await photographPhone(album, walk);
  await photographSettings(album, walk);
  await hands.close();
  await photographUnbound({ album, browser, stack }, { target, chapter, elder });
  console.log(`${chapter}: done`);
};

/** `npm run pictures:walk [-- weapp alipay web]`: a person’s whole way with the app, against the running stack, into .cache/walk; the counter, too. Needs the built bundles. */
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
