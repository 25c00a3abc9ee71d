import type { Scanned } from './scan';

jest.mock('@tarojs/taro', () => ({ __esModule: true, default: {} }));
jest.mock('./channel', () => ({ channel: 'weapp' }));

type Options = { readonly scanType: readonly string[]; success: (answer: unknown) => void; fail: (reason: unknown) => void };
type Scan = (() => Promise<Scanned>) | undefined;

/** The module reads once what the platform has. */
function scanOn(platform: 'weapp' | 'alipay', client: object): Scan {
  Object.assign(globalThis, platform === 'weapp' ? { wx: client } : { my: client });
  let scan: Scan;
  jest.isolateModules(() => {
    scan = jest.requireActual<{ scanCode: Scan }>(`./scan.${platform}`).scanCode;
  });
  return scan;
}

const gives = (answer: object) => ({ success }: Options) => success(answer);
const fails = (reason: unknown) => ({ fail }: Options) => fail(reason);

describe('WeChat', () => {
  const scan = (scanCode: (options: Options) => void, camera = 'authorized') => scanOn('weapp', { scanCode, getAppAuthorizeSetting: () => ({ cameraAuthorized: camera }) })?.();

  test('the words of a code; the path of one’s own, where the words say nothing', async () => {
    expect(await scan(gives({ result: 'https://yb.example/a?c=w', scanType: 'QR_CODE' }))).toEqual({ text: 'https://yb.example/a?c=w' });
    expect(await scan(gives({ result: '*', scanType: 'WX_CODE', path: 'pages/home/home?scene=c%3Dw' }))).toEqual({ text: '*', path: 'pages/home/home?scene=c%3Dw' });
  });

  test.each([
    ['closed by the person', { errMsg: 'scanCode:fail cancel' }, 'authorized', 'cancelled'],
    ['closed because the camera is not allowed', { errMsg: 'scanCode:fail cancel' }, 'denied', 'denied'],
    ['not allowed, and said so', { errMsg: 'scanCode:fail system permission denied' }, 'not determined', 'denied'],
    ['nothing that can be read', { errMsg: 'scanCode:fail' }, 'authorized', 'failed'],
    ['no reason', undefined, 'authorized', 'failed'],
  ])('%s', async (...[, reason, camera, ended]) => {
    expect(await scan(fails(reason), camera)).toEqual({ ended });
  });

  test('without the ability nothing is offered', () => {
    expect(scanOn('weapp', {})).toBeUndefined();
  });
});

describe('Alipay', () => {
  const scan = (client: (options: Options) => void) => scanOn('alipay', { scan: client })?.();

  test('the words of a code', async () => {
    expect(await scan(gives({ code: 'https://yb.example/a?c=a', qrCode: 'https://yb.example/a?c=a' }))).toEqual({ text: 'https://yb.example/a?c=a' });
  });

  test.each([
    ['closed', { error: 10, errorMessage: '用户取消' }, 'cancelled'],
    ['camera refused', { error: 2001, errorMessage: '用户不允许授权' }, 'denied'],
    ['camera refused before', { error: '2002', errorMessage: '用户不允许授权' }, 'denied'],
    ['did not work', { error: 11, errorMessage: '操作失败' }, 'failed'],
    ['no reason', undefined, 'failed'],
  ])('%s', async (_what, reason, ended) => {
    expect(await scan(fails(reason))).toEqual({ ended });
  });

  test('without the ability nothing is offered', () => {
    expect(scanOn('alipay', {})).toBeUndefined();
  });
});
