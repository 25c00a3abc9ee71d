import { textOf, type Plain } from '../plain';
import { type Bench } from './bench';
import { asynchronous, type Surface } from './convention';

/** APIs that only show something or that succeed without saying anything. */
const SILENT = {
  both: [
    'hideToast', 'hideLoading', 'setBackgroundColor', 'stopPullDownRefresh', 'startPullDownRefresh', 'makePhoneCall', 'pageScrollTo', 'hideShareMenu', 'showShareMenu', 'vibrateShort', 'vibrateLong',
    'openSetting', 'hideKeyboard', 'navigateToMiniProgram', 'exitMiniProgram',
  ],
  weapp: [
    'setNavigationBarColor', 'showNavigationBarLoading', 'hideNavigationBarLoading', 'hideHomeButton', 'authorize', 'checkSession', 'openPrivacyContract',
    'requirePrivacyAuthorize', 'checkIsSupportFacialRecognition', 'openAppAuthorizeSetting',
  ],
  alipay: ['showNavigationBarLoading', 'hideNavigationBarLoading', 'hideBackHome'],
};

/** Names the bar of the page in front. */
const NAMING = { weapp: 'setNavigationBarTitle', alipay: 'setNavigationBar' };

const NAVIGATION = ['navigateTo', 'redirectTo', 'reLaunch', 'switchTab', 'navigateBack'];

/** Notes in device.shown what a dialog or toast says. */
const showing = (bench: Bench, name: string, reply: Plain) =>
  asynchronous(bench, name, (options) => {
    bench.phone.device.shown.push([options['title'], options['content']].map(textOf).filter((text) => text !== '').join('：'));
    return reply;
  });

/** The clipboard's text comes as `data` on WeChat and as `text` on Alipay. */
const clipboard = (bench: Bench, name: string, key: 'data' | 'text') =>
  asynchronous(bench, name, (options) => {
    bench.phone.device.clipboard = textOf(options[key]);
  });

const weappDialogs = (bench: Bench): Surface => ({
  showModal: showing(bench, 'showModal', { confirm: true, cancel: false }),
  showActionSheet: asynchronous(bench, 'showActionSheet', () => ({ tapIndex: 0 })),
  setClipboardData: clipboard(bench, 'setClipboardData', 'data'),
});

const alipayDialogs = (bench: Bench): Surface => ({
  confirm: showing(bench, 'confirm', { confirm: true }),
  alert: showing(bench, 'alert', { success: true }),
  showActionSheet: asynchronous(bench, 'showActionSheet', () => ({ index: 0 })),
  setClipboard: clipboard(bench, 'setClipboard', 'text'),
});

/** What the user sees besides pages; a person confirms every dialog unless a scripted answer says otherwise. */
export const interfaceApi = (bench: Bench): Surface => {
  const surface: Surface = {};
  for (const name of [...SILENT.both, ...SILENT[bench.platform]]) surface[name] = asynchronous(bench, name, () => ({}));
  surface[NAMING[bench.platform]] = asynchronous(bench, NAMING[bench.platform], ({ title }) => bench.nameBar(textOf(title)));
  for (const name of NAVIGATION) surface[name] = asynchronous(bench, name, (options) => bench.navigate(name, options));
  for (const name of ['showToast', 'showLoading']) surface[name] = showing(bench, name, {});
  return { ...surface, ...(bench.platform === 'weapp' ? weappDialogs(bench) : alipayDialogs(bench)) };
};
