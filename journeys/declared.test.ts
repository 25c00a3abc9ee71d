import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DECLARED, GUARDED, LOCATIONS } from '@yibao/miniapp/config/declared';
import { bundleOfPlatform } from './citizen/compiled-hands';

const ROOT = join(__dirname, '..');
const json = (...path: string[]) => JSON.parse(readFileSync(join(...path), 'utf8')) as Record<string, unknown>;

/** Taro itself names every function of the platform; whoever calls one is elsewhere. */
const isTaro = (file: string) => /(^|\/)(taro|vendors)\.js$/.test(file);

const WEAPP = bundleOfPlatform('weapp');
const code = (readdirSync(WEAPP, { recursive: true }) as string[])
  .filter((file) => file.endsWith('.js') && !isTaro(file))
  .map((file) => readFileSync(join(WEAPP, file), 'utf8'))
  .join('\n');

/** Called as a function, or named as a button's open-type. */
const isUsed = (name: string) => new RegExp(String.raw`\.${name}(\)?\(|\?\.\()|["']${name}["']`).test(code);

test('what the compiled mini-program touches of the person’s is what is declared to WeChat, nothing less and nothing more', () => {
  expect(GUARDED.filter(isUsed).sort()).toEqual(Object.keys(DECLARED).sort());
});

test('places that are asked for are named in app.json, and only those', () => {
  expect(json(WEAPP, 'app.json')['requiredPrivateInfos'] ?? []).toEqual(LOCATIONS.filter(isUsed));
});

test('nothing asks for a permission that app.json would have to explain', () => {
  expect(json(WEAPP, 'app.json')['permission']).toBeUndefined();
  expect(code).not.toMatch(/scope\.userLocation/);
});

test('the compiled weapp asks for the privacy check, and loads only the code of the page that is opened', () => {
  expect(json(WEAPP, 'app.json')).toMatchObject({ __usePrivacyCheck__: true, lazyCodeLoading: 'requiredComponents' });
});

test('both project files point to what is built, and WeChat’s to a base library that has the face verification', () => {
  expect(json(ROOT, 'project.config.json')).toMatchObject({ miniprogramRoot: 'miniapp/dist/weapp/', compileType: 'miniprogram' });
  expect(json(ROOT, 'mini.project.json')).toMatchObject({ miniprogramRoot: 'miniapp/dist/alipay', compileType: 'mini' });
  const [major = 0, minor = 0, patch = 0] = String(json(ROOT, 'project.config.json')['libVersion']).split('.').map(Number);
  expect(major * 10_000 + minor * 100 + patch).toBeGreaterThanOrEqual(30_812);
});

describe('what Taro makes a promise of, and what it passes through', () => {
  const text = (file: string) => readFileSync(join(ROOT, 'node_modules/@tarojs', file), 'utf8');
  const listIn = (source: string) => [...(/needPromiseApis = new Set\(\[([^\]]*)\]/.exec(source)?.[1] ?? '').matchAll(/'(\w+)'/g)].map(([, name]) => name);
  const promised = (platform: string) => new Set([...listIn(text('shared/dist/native-apis.js')), ...listIn(text(`plugin-platform-${platform}/dist/runtime.js`))]);

  /** Awaited in miniapp/src/platform. */
  const AWAITED = ['login', 'getNetworkType', 'getScreenBrightness', 'setScreenBrightness', 'setKeepScreenOn', 'setClipboardData', 'navigateToMiniProgram', 'getStorage', 'setStorage', 'removeStorage', 'makePhoneCall'];
  /** Called on wx and my with callbacks, because Taro would not answer. */
  const RAW = { weapp: ['requestFacialVerify', 'checkIsSupportFacialRecognition', 'setVisualEffectOnCapture', 'requirePrivacyAuthorize', 'shareFileMessage'], alipay: ['startAPVerify', 'setVisualEffectOnCapture'] };

  test.each(['weapp', 'alipay'] as const)('%s', (platform) => {
    // Alipay has no login of its own: Taro makes one from getAuthCode
    const own = platform === 'alipay' ? ['login'] : [];
    expect(AWAITED.filter((name) => !own.includes(name) && !promised(platform).has(name))).toEqual([]);
    expect(RAW[platform].filter((name) => promised(platform).has(name))).toEqual([]);
  });
});
