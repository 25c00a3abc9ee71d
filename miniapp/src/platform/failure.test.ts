import Taro from '@tarojs/taro';
import { isCancelled, platformRefusal } from './failure';
import { login } from './login';
import { copyText } from './clipboard';

jest.mock('@tarojs/taro', () => ({ __esModule: true, default: { getNetworkType: jest.fn(), login: jest.fn(), setClipboardData: jest.fn() } }));
jest.mock('./channel', () => ({ channel: 'weapp' }));

const phone = jest.mocked(Taro);
beforeEach(() => phone.getNetworkType.mockResolvedValue({ networkType: 'wifi', errMsg: '' }));

const cases: [string, unknown, string][] = [
  ['errno 104', { errno: 104, errMsg: 'setClipboardData:fail privacy permission is not authorized' }, 'PRIVACY_REQUIRED'],
  ['a button that the privacy agreement stopped', { errMsg: 'getPhoneNumber:fail privacy permission is not authorized or buttonId is wrong' }, 'PRIVACY_REQUIRED'],
  ['errno 112', { errno: 112, errMsg: 'setClipboardData:fail api scope is not declared in the privacy agreement' }, 'ABILITY_UNDECLARED'],
  ['the same without a number', { errMsg: 'chooseMedia:fail api scope is not declared in the privacy agreement' }, 'ABILITY_UNDECLARED'],
  ['a WeChat that waits in vain', { errMsg: 'login:fail timeout' }, 'TIMEOUT'],
  ['an Alipay that waits in vain', { error: 13, errorMessage: '请求超时' }, 'TIMEOUT'],
  ['any other failure of WeChat', { errMsg: 'login:fail system error' }, 'PLATFORM_FAILED'],
  ['any other failure of Alipay', { error: 3, errorMessage: '未知错误' }, 'PLATFORM_FAILED'],
  ['a failure without words', undefined, 'PLATFORM_FAILED'],
  ['a failure that is a text', 'no', 'PLATFORM_FAILED'],
];

test.each(cases)('%s is told in its own words', async (_what, reason, code) => {
  expect(await platformRefusal(reason)).toMatchObject({ code });
});

test('the sentence names the platform', async () => {
  expect((await platformRefusal({ errno: 104 })).details).toEqual({ platform: '微信' });
});

test.each(['none', 'NOTREACHABLE'])('whatever fails while the phone has no network (%s) fails for that', async (networkType) => {
  phone.getNetworkType.mockResolvedValue({ networkType: networkType as 'none', errMsg: '' });
  expect(await platformRefusal({ errMsg: 'login:fail -1' })).toMatchObject({ code: 'OFFLINE' });
});

test('a phone that cannot even tell its network does not add to the failure', async () => {
  phone.getNetworkType.mockRejectedValue({ errMsg: 'getNetworkType:fail' });
  expect(await platformRefusal({ error: 3 })).toMatchObject({ code: 'PLATFORM_FAILED' });
});

test.each([[{ errMsg: 'navigateToMiniProgram:fail cancel' }, true], [{ errMsg: 'addCard:fail cancel' }, true], [{ error: 11 }, true], [{ error: '11' }, true], [{ errMsg: 'scanCode:fail' }, false], [undefined, false]])(
  '%j: the person did not want it: %s',
  (reason, cancelled) => expect(isCancelled(reason)).toBe(cancelled),
);

describe('signing in', () => {
  test('gives the platform’s code', async () => {
    phone.login.mockResolvedValue({ code: 'c1', errMsg: 'login:ok' });
    expect(await login()).toBe('c1');
  });

  test('without a code, as Taro’s web build answers, it is refused', async () => {
    phone.login.mockResolvedValue({ errMsg: 'login:ok' } as never);
    await expect(login()).rejects.toMatchObject({ code: 'PLATFORM_FAILED' });
  });

  test('without network it says so, so that the code is shown as without network (CODE-5)', async () => {
    phone.getNetworkType.mockResolvedValue({ networkType: 'none', errMsg: '' });
    phone.login.mockRejectedValue({ errMsg: 'login:fail request:fail' });
    await expect(login()).rejects.toMatchObject({ code: 'OFFLINE' });
  });
});

test('a copy that the privacy agreement stops is refused for that', async () => {
  phone.setClipboardData.mockRejectedValue({ errno: 104 });
  await expect(copyText('x')).rejects.toMatchObject({ code: 'PRIVACY_REQUIRED' });
});
