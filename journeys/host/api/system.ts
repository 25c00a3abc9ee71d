import { isCallback, textOf, type Plain } from '../plain';
import { type Bench } from './bench';
import { asynchronous, deliver, note, synchronous, type Surface } from './convention';

const SCREEN = { pixelRatio: 2, screenWidth: 375, screenHeight: 667, windowWidth: 375, windowHeight: 603, statusBarHeight: 20, screenTop: 64 };
const SAFE_AREA = { left: 0, right: 375, top: 20, bottom: 667, width: 375, height: 647 };
const MENU_BUTTON = { width: 87, height: 32, top: 24, right: 368, bottom: 56, left: 281 };

/** A phone as the platforms describe it; the base library is new enough for wx.requestFacialVerify (3.8.12). */
const describe = ({ platform, system }: Bench): Plain => ({
  ...SCREEN,
  safeArea: SAFE_AREA,
  brand: 'rehearsal',
  model: 'rehearsal',
  fontSizeSetting: 16,
  ...(platform === 'weapp'
    ? { platform: 'android', system: 'Android 14', language: 'zh_CN', version: '8.0.60', SDKVersion: '3.8.12', fontSizeScaleFactor: 1, host: { env: 'WeChat' }, theme: 'light' }
    : { platform: 'Android', system: '14', language: 'zh-Hans', version: '10.6.90', app: 'alipay', apiLevel: 34, titleBarHeight: 44 }),
  ...system,
});

const network = ({ platform, phone }: Bench): Plain => {
  const { online } = phone.device;
  return platform === 'weapp' ? { networkType: online ? 'wifi' : 'none' } : { networkAvailable: online, networkType: online ? 'WIFI' : 'NOTREACHABLE' };
};

const SIGNALS = [
  'AppShow', 'AppHide', 'NetworkStatusChange', 'UserCaptureScreen', 'ScreenRecordingStateChanged', 'Error', 'UnhandledRejection', 'PageNotFound', 'KeyboardHeightChange', 'ThemeChange',
  'MemoryWarning', 'WindowResize', 'NeedPrivacyAuthorization',
];

const signals = (bench: Bench): Surface => {
  const surface: Surface = {};
  for (const signal of SIGNALS) {
    surface[`on${signal}`] = (listener: unknown) => bench.signals.listen(signal, listener);
    surface[`off${signal}`] = (listener: unknown) => bench.signals.forget(signal, listener);
  }
  return surface;
};

/** wx.nextTick and the like: runs the callback on the app's clock. */
const nextTick = (bench: Bench) => (work: unknown) => {
  if (isCallback(work)) bench.clock.once(() => deliver(bench, 'nextTick', () => work()), 0);
};

const update = () => ({ onCheckForUpdate: () => {}, onUpdateReady: () => {}, onUpdateFailed: () => {}, applyUpdate: () => {} });

const screen = (bench: Bench): Surface => {
  const { device } = bench.phone;
  const level = bench.platform === 'weapp' ? 'value' : 'brightness';
  return {
    getScreenBrightness: asynchronous(bench, 'getScreenBrightness', () => ({ [level]: device.brightness })),
    setScreenBrightness: asynchronous(bench, 'setScreenBrightness', (options) => {
      device.brightness = Number(options[level]);
    }),
    setKeepScreenOn: asynchronous(bench, 'setKeepScreenOn', (options) => {
      device.keepScreenOn = options['keepScreenOn'] === true;
    }),
    setVisualEffectOnCapture: asynchronous(bench, 'setVisualEffectOnCapture', (options) => {
      device.captureEffect = textOf(options['visualEffect']);
    }),
  };
};

export const systemApi = (bench: Bench, canIUse: (schema: string) => boolean): Surface => ({
  ...signals(bench),
  ...screen(bench),
  nextTick: nextTick(bench),
  getUpdateManager: update,
  canIUse: (schema: unknown) => {
    note(bench, 'canIUse', schema);
    return canIUse(textOf(schema));
  },
  getSystemInfoSync: synchronous(bench, 'getSystemInfoSync', () => describe(bench)),
  getSystemInfo: asynchronous(bench, 'getSystemInfo', () => describe(bench)),
  getSystemSetting: synchronous(bench, 'getSystemSetting', () => ({ bluetoothEnabled: false, locationEnabled: true, wifiEnabled: true, deviceOrientation: 'portrait' })),
  getMenuButtonBoundingClientRect: synchronous(bench, 'getMenuButtonBoundingClientRect', () => MENU_BUTTON),
  getLaunchOptionsSync: synchronous(bench, 'getLaunchOptionsSync', () => bench.entry()),
  getEnterOptionsSync: synchronous(bench, 'getEnterOptionsSync', () => bench.entry()),
  getAccountInfoSync: synchronous(bench, 'getAccountInfoSync', () => ({ miniProgram: { appId: 'wx0000000000000000', envVersion: 'release', version: '1.0.0' } })),
  getNetworkType: asynchronous(bench, 'getNetworkType', () => network(bench)),
  getSetting: asynchronous(bench, 'getSetting', () => ({ authSetting: {} })),
});

/** Parts of the description that WeChat also gives one by one. */
export const weappSystemApi = (bench: Bench): Surface => ({
  getWindowInfo: synchronous(bench, 'getWindowInfo', () => ({ ...SCREEN, safeArea: SAFE_AREA })),
  getAppBaseInfo: synchronous(bench, 'getAppBaseInfo', () => describe(bench)),
  getDeviceInfo: synchronous(bench, 'getDeviceInfo', () => describe(bench)),
  getAppAuthorizeSetting: synchronous(bench, 'getAppAuthorizeSetting', () => ({ cameraAuthorized: 'authorized' })),
});
