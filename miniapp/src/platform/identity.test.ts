import { appShown } from './app-show';
import { agreementCode } from './identity.alipay';
import { proveRealName } from './identity.weapp';

jest.mock('@tarojs/taro', () => ({ __esModule: true, default: { getNetworkType: async () => ({ networkType: 'wifi' }), navigateToMiniProgram: (...given: unknown[]) => mockGoes(...given) } }));
jest.mock('./channel', () => ({ channel: 'weapp' }));

const mockGoes = jest.fn<Promise<unknown>, unknown[]>();
const CITY = 'wx308bd2aeb83d3345';
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('to WeChat’s city service and back', () => {
  beforeEach(() => mockGoes.mockResolvedValue({ errMsg: 'navigateToMiniProgram:ok' }));

  test.each([
    ['with a code', { scene: 1038, referrerInfo: { appId: CITY, extraData: { code: 'k1' } } }, { code: 'k1' }],
    ['without having done it', { scene: 1038, referrerInfo: { appId: CITY } }, { cancelled: true }],
    ['with an empty code', { scene: 1038, referrerInfo: { appId: CITY, extraData: { code: '' } } }, { cancelled: true }],
    ['with a code that another mini-program gives', { scene: 1038, referrerInfo: { appId: 'wx1', extraData: { code: 'k1' } } }, { cancelled: true }],
    ['by another way', { scene: 1089 }, { cancelled: true }],
  ])('coming back %s (ACT-4)', async (_how, show, proof) => {
    const proving = proveRealName();
    await settle();
    appShown(show);
    expect(await proving).toEqual(proof);
  });

  test('a phone call while WeChat still asks whether to go there is no return', async () => {
    let arrive: () => void = () => undefined;
    mockGoes.mockReturnValue(new Promise((resolve) => (arrive = () => resolve({ errMsg: 'ok' }))));
    const proving = proveRealName();
    appShown({ scene: 1047 });
    arrive();
    await settle();
    appShown({ scene: 1038, referrerInfo: { appId: CITY, extraData: { code: 'k1' } } });
    expect(await proving).toEqual({ code: 'k1' });
  });

  test('a return that is told before the way there was confirmed counts', async () => {
    let arrive: () => void = () => undefined;
    mockGoes.mockReturnValue(new Promise((resolve) => (arrive = () => resolve({ errMsg: 'ok' }))));
    const proving = proveRealName();
    appShown({ scene: 1038, referrerInfo: { appId: CITY } });
    arrive();
    expect(await proving).toEqual({ cancelled: true });
  });

  test('who does not want to go there has cancelled; where it does not open, that is said', async () => {
    mockGoes.mockRejectedValue({ errMsg: 'navigateToMiniProgram:fail cancel' });
    expect(await proveRealName()).toEqual({ cancelled: true });
    mockGoes.mockRejectedValue({ errMsg: 'navigateToMiniProgram:fail internal error' });
    await expect(proveRealName()).rejects.toMatchObject({ code: 'PLATFORM_FAILED' });
  });
});

describe('Alipay’s authorisation', () => {
  const answers = (answer: object | undefined, reason?: object) =>
    Object.assign(globalThis, {
      my: { getAuthCode: ({ success, fail }: { success: (a: unknown) => void; fail: (r: unknown) => void }) => (answer ? success(answer) : fail(reason)) },
    });

  test.each([
    ['agreed', { authCode: 'a1' }, { code: 'a1' }],
    ['agreed, and nothing failed', { authCode: 'a1', authErrorScopes: {} }, { code: 'a1' }],
    ['a code without the real name', { authCode: 'a1', authErrorScopes: { auth_user: '10001' } }, { cancelled: true }],
    ['no code', {}, { cancelled: true }],
  ])('%s (ACT-2)', async (_what, answer, proof) => {
    answers(answer);
    expect(await agreementCode()).toEqual(proof);
  });

  test('refused is cancelled; what failed for another reason is said', async () => {
    answers(undefined, { error: 11, errorMessage: '用户取消授权' });
    expect(await agreementCode()).toEqual({ cancelled: true });
    answers(undefined, { error: 3, errorMessage: '未知错误' });
    await expect(agreementCode()).rejects.toMatchObject({ code: 'PLATFORM_FAILED' });
  });
});
