import { home as english } from '../../miniapp/src/copy/en/home';
import { region as englishRegion } from '../../miniapp/src/copy/en/region';
import { settings as englishSettings } from '../../miniapp/src/copy/en/settings';
import { home as chinese } from '../../miniapp/src/copy/zh/home';
import { settings as chineseSettings } from '../../miniapp/src/copy/zh/settings';
import { bundleOfPlatform } from '../citizen/compiled-hands';
import { NetworkError, type Transport } from '../host/http';
import { type Platform } from '../host/platform';
import { type Program, startProgram } from '../host/start';

const NO_NETWORK: Transport = () => ({ abort: () => {}, answer: Promise.reject(new NetworkError('INTERNET_DISCONNECTED')) });
const PATIENCE = 10_000;
const HAN = /\p{Script=Han}+/gu;

const platforms: Platform[] = ['weapp', 'alipay'];

describe.each(platforms)('%s', (platform) => {
  const storage = new Map<string, string>();
  let program: Program;
  const start = async (language?: string) => {
    program = await startProgram({ platform, directory: bundleOfPlatform(platform), storage, transport: NO_NETWORK, ...(language === undefined ? {} : { system: { language } }) });
  };
  const tap = async (id: string, words: string) => {
    await program.page.waitFor(() => program.page.exists(`#${id}`), PATIENCE, id);
    await program.page.tap(`#${id}`);
    await program.page.waitFor(words, PATIENCE);
    await program.host.idle();
  };
  const back = async (words: string) => {
    program.host.pages.navigate('navigateBack', {});
    await program.page.waitFor(words, PATIENCE);
    await program.host.idle();
  };
  const chineseLeft = () => [...new Set(program.page.text().match(HAN) ?? [])];
  const choose = async (language: 'zh' | 'en', words: string) => {
    await program.page.tap(`#language-${language}`);
    await program.page.waitFor(words, PATIENCE);
    await program.host.idle();
  };
  beforeEach(() => storage.clear());
  afterEach(() => program.close());

  test('a language is chosen in the settings, at once, for pages below and for the bar, and is kept on the phone (ALL-2)', async () => {
    await start();
    await tap('settings', chineseSettings.safety);
    await choose('en', englishSettings.safety);
    expect(chineseLeft()).toEqual(['中文']);
    expect(program.page.title).toBe(englishSettings.bar);
    await back(english.settings);
    expect([chineseLeft(), program.page.title]).toEqual([[], english.bar]);
    await tap('regions', englishRegion.intro);
    expect(program.page.title).toBe(englishRegion.bar);
    await back(english.settings);
    expect(program.page.title).toBe(english.bar);
    await program.close();
    await start();
    await program.page.waitFor(english.settings, PATIENCE);
    await tap('settings', englishSettings.safety);
    await choose('zh', chineseSettings.safety);
    expect(program.page.title).toBe(chineseSettings.bar);
    await back(chinese.settings);
    expect(program.page.title).toBe(chinese.bar);
  });

  test('a phone in English begins in English, and a choice weighs more (ALL-2)', async () => {
    await start('en');
    await program.page.waitFor(english.settings, PATIENCE);
    expect(chineseLeft()).toEqual([]);
    await tap('settings', englishSettings.safety);
    await choose('zh', chineseSettings.safety);
    await program.close();
    await start('en');
    await program.page.waitFor(chinese.settings, PATIENCE);
  });

  test('长辈版 is switched at once, also for pages that are open below (ALL-1)', async () => {
    await start();
    await tap('settings', chineseSettings.safety);
    await program.page.tap('#elder-switch');
    await program.page.waitFor(() => program.page.exists('.page--elder'), PATIENCE, 'large text');
    await back(chinese.settings);
    expect(program.page.exists('.page--elder')).toBe(true);
    await tap('elder-switch', chinese.elderOn);
    expect(program.page.exists('.page--elder')).toBe(false);
  });
});
