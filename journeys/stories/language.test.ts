import { PIN_TRIES } from '@yibao/shared';
import { agreement } from '../../miniapp/src/copy/en/agreement';
import { activation } from '../../miniapp/src/copy/en/activation';
import { home } from '../../miniapp/src/copy/en/home';
import { refusals } from '../../miniapp/src/copy/en/refusals';
import { settings } from '../../miniapp/src/copy/en/settings';
import { voucher } from '../../miniapp/src/copy/en/voucher';
import { home as chineseHome } from '../../miniapp/src/copy/zh/home';
import { settings as chineseSettings } from '../../miniapp/src/copy/zh/settings';
import { type Citizen } from '../citizen/citizen';
import { type CompiledHands } from '../citizen/compiled-hands';
import { type WebHands } from '../citizen/web-hands';
import { PIN, STORY, stageForStories } from './stage';

const stage = stageForStories();

const WRONG_PIN = '963074';
const HAN = /\p{Script=Han}+/gu;

/** The words of Chinese that are left on the page. */
const chineseOn = async (citizen: Citizen): Promise<string[]> => [...new Set((await citizen.text()).match(HAN) ?? [])];

interface Looking {
  /** The name in the bar above the page. */
  readonly bar: () => Promise<string>;
  readonly back: () => Promise<unknown>;
}

const onWeapp = ({ program }: CompiledHands): Looking => ({
  bar: async () => program().page.title,
  back: () => {
    program().host.pages.navigate('navigateBack', {});
    // the bar is named by a call that takes a turn
    return program().host.idle();
  },
});

const onWeb = ({ page }: WebHands): Looking => ({ bar: () => page().title(), back: () => page().goBack() });

const lookingOf = ({ hands }: Citizen): Looking => ('program' in hands ? onWeapp(hands as CompiledHands) : onWeb(hands as WebHands));

const choose = async (citizen: Citizen, language: 'zh' | 'en', words: string): Promise<void> => {
  await citizen.openSetting(`language-${language}`);
  await citizen.hands.waitForText(words);
};

/** To the keys of a phone that may not show the code without the PIN. */
const toKeys = async ({ hands }: Citizen): Promise<void> => {
  await hands.waitForAny(['show-code']);
  await hands.tap('show-code');
  await hands.waitForAny(['pin-dots']);
};

describe.each(['weapp', 'web'] as const)('%s', (target) => {
  const phoneOf = (person: Citizen['person']): Promise<Citizen> => stage.phone({ target, person });

  test('换成英文立刻生效，已打开的页面也换，激活到展码都是英文，重开也在，再换回中文 (ALL-2)', async () => {
    const citizen = await phoneOf(await stage.person('ok'));
    const { bar, back } = lookingOf(citizen);
    await citizen.hands.waitForAny(['activate']);
    await choose(citizen, 'en', settings.safety);
    expect(await bar()).toBe(settings.bar);
    await back();
    await citizen.hands.waitForText(home.activate);
    expect(await bar()).toBe(home.bar);
    expect(await chineseOn(citizen)).toEqual([]);
    await citizen.openWizard();
    await citizen.hands.waitForText(agreement.holds);
    await citizen.hands.waitForText(activation.agreement.tickFirst);
    await citizen.restart();
    await citizen.activate({ pin: PIN });
    await citizen.hands.waitForText(activation.done.title);
    await citizen.restart();
    await citizen.hands.waitForText(home.show);
    await citizen.showCode(PIN);
    await citizen.hands.waitForText(voucher.refresh);
    expect(await bar()).toBe(voucher.bar);
    expect(await stage.scan(await citizen.readCode())).toMatchObject({ outcome: 'accepted' });
    await citizen.restart();
    await choose(citizen, 'zh', chineseSettings.safety);
    await back();
    await citizen.hands.waitForText(chineseHome.show);
    expect(await bar()).toBe(chineseHome.bar);
  }, STORY);

  test('服务的拒绝按编码用英文说 (ALL-2)', async () => {
    const first = await phoneOf(await stage.person('ok'));
    await first.activate({ pin: PIN });
    const citizen = await phoneOf(first.person);
    await citizen.hands.waitForAny(['show-code']);
    await choose(citizen, 'en', settings.safety);
    await citizen.restart();
    await toKeys(citizen);
    for (let tries = 1; tries < PIN_TRIES; tries += 1) {
      await citizen.typePin(WRONG_PIN);
      await citizen.hands.waitForText(`Tries left: ${PIN_TRIES - tries}.`);
    }
    expect(await citizen.text()).toContain(refusals.PIN_WRONG.title);
    await citizen.typePin(WRONG_PIN);
    await citizen.hands.waitForAny(['refusal-PIN_LOCKED']);
    expect(await citizen.text()).toMatch(/It unlocks (today|tomorrow) at \d\d:\d\d, or/);
    expect(await chineseOn(citizen)).toEqual([]);
  }, STORY);
});
