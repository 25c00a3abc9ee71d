import { type Page } from 'playwright-core';
import { type OpenBrowser } from '../browser/open';
import { type Album } from './album';
import { Citizen, type WizardStep } from './citizen';
import { type Hands } from './hands';
import { type Person } from './person';

interface Shown extends Hands {
  readonly page: () => Page;
}

export interface Walk {
  readonly hands: Shown;
  readonly person: Person;
  readonly platform: 'weapp' | 'alipay';
  readonly outside: string;
  readonly chapter: string;
  /** 长辈版 */
  readonly elder: boolean;
}

const PIN = '258036';

/** 青岛市, one of the two regions of the person `two-regions`. */
const REGION = '370200';

/** Walks from the first page to the code and takes a picture of every page on the way; gives the code that was shown. */
export const photographWalk = async (album: Album, { hands, person, platform, outside, chapter, elder }: Walk): Promise<string> => {
  const citizen = new Citizen({ hands, person, platform, outside });
  const take = (title: string) => album.take(hands.page(), chapter, title);
  await hands.waitForAny(['activate']);
  if (elder) {
    await hands.tap('elder-switch');
    await hands.waitForText('切换标准版');
  }
  await take('home');
  await citizen.openWizard();
  let step: WizardStep | 'done' = await citizen.standsAt();
  while (step !== 'done') {
    await take(step);
    await citizen.take(step, { pin: PIN, region: REGION });
    step = await citizen.leave(step);
  }
  await take('done');
  await citizen.showCode(PIN);
  const code = await citizen.readCode();
  await take('code');
  await hands.online(false);
  await hands.waitForText('没有网络');
  await take('code-offline');
  await hands.online(true);
  return code;
};

const WEAK_PIN = '123456';
const WRONG_PIN = '963074';

/** Walks through the rooms behind the settings, the closing of the account last. */
export const photographSettings = async (album: Album, { hands, person, platform, outside, chapter }: Walk): Promise<void> => {
  const citizen = new Citizen({ hands, person, platform, outside });
  const take = (title: string) => album.take(hands.page(), chapter, title);
  const at = async (row: string, sign: string) => {
    await hands.restart();
    await citizen.openSetting(row);
    await hands.waitForAny([sign]);
    await take(row);
  };
  await hands.restart();
  await hands.waitForAny(['settings']);
  await take('home-activated');
  await hands.tap('settings');
  await hands.waitForAny(['change-pin']);
  await take('settings');
  await at('sessions', 'session-0');
  await at('change-pin', 'pin-dots');
  await citizen.typePin(WRONG_PIN);
  await hands.waitForAny(['pin-wrong']);
  await take('pin-wrong');
  await citizen.typePin(PIN);
  await hands.waitForText('请设置6位凭证密码');
  await citizen.typePin(WEAK_PIN);
  await hands.waitForAny(['pin-fault']);
  await take('new-pin');
  await at('reset-pin', 'step-up-face');
  await at('consents', 'withdraw-face');
  await hands.tap('withdraw-face');
  await hands.waitForAny(['give-face']);
  await hands.tap('text-face');
  await take('consent-withdrawn');
  await at('data', 'export');
  await citizen.tapAndConfirm('export', { pin: PIN, done: 'data-ready' });
  await hands.tap('copy-data');
  await hands.waitForAny(['data-copied']);
  await take('data-ready');
  await at('close-account', 'confirm-close');
  await hands.tap('confirm-close');
  await hands.waitForAny(['pin-dots']);
  await take('confirm');
  await citizen.typePin(PIN);
  await hands.waitForAny(['account-closed']);
  await take('account-closed');
};

/** The counter page before a scan, after one that the clerk accepts, and when the same code comes again. */
export const photographCounter = async (album: Album, browser: OpenBrowser, { web, code }: { web: string; code: string }): Promise<void> => {
  const context = await browser.desk();
  const page = await context.newPage();
  await page.goto(`${web}/counter`);
  const scan = async (state: string) => {
    await page.locator('#code').fill(code);
    await page.keyboard.press('Enter');
    await page.locator(`#result[data-state="${state}"]`).waitFor();
    await album.take(page, 'counter', state);
  };
  await page.locator('#code').waitFor();
  await album.take(page, 'counter', 'waiting');
  await scan('accepted');
  await scan('refused');
  await context.close();
};
