import type { VerifyFace } from './face';

jest.mock('@tarojs/taro', () => ({ __esModule: true, default: { getNetworkType: async () => ({ networkType: 'wifi' }) } }));
jest.mock('./channel', () => ({ channel: 'weapp' }));

type Options = Record<string, unknown> & { success?: (answer: unknown) => void; fail?: (reason: unknown) => void };

const ok = (answer: unknown = {}) => ({ success }: Options) => success?.(answer);
const no = (reason: unknown) => ({ fail }: Options) => fail?.(reason);

const verifyOn = (platform: 'weapp' | 'alipay', client: object): VerifyFace => {
  Object.assign(globalThis, platform === 'weapp' ? { wx: client } : { my: client });
  return jest.requireActual<{ verifyFace: VerifyFace }>(`./face.${platform}`).verifyFace;
};

const WEAPP = { channel: 'weapp', verifyId: 'v1' } as const;
const ALIPAY = { channel: 'alipay', certifyId: 'c1', url: 'https://openapi.alipay.com/gateway.do' } as const;

describe('WeChat', () => {
  const able = { requirePrivacyAuthorize: ok(), checkIsSupportFacialRecognition: ok(), requestFacialVerify: ok() };

  test('the verification of the service’s number is shown, after the privacy agreement and the check of the phone', async () => {
    const order: string[] = [];
    const noted = (name: string) => (options: Options) => {
      order.push(options['verifyId'] === 'v1' ? `${name} v1` : name);
      options.success?.({});
    };
    const client = Object.fromEntries(Object.keys(able).map((name) => [name, noted(name)]));
    expect(await verifyOn('weapp', client)(WEAPP)).toBeUndefined();
    expect(order).toEqual(['requirePrivacyAuthorize', 'checkIsSupportFacialRecognition', 'requestFacialVerify v1']);
  });

  test.each([
    ['cannot be asked (base library before 3.8.12)', { requestFacialVerify: undefined }, 'HOST_TOO_OLD'],
    ['has no check either', { checkIsSupportFacialRecognition: undefined }, 'HOST_TOO_OLD'],
    ['has no front camera', { checkIsSupportFacialRecognition: no({ errCode: 10001 }) }, 'FACE_UNSUPPORTED'],
    ['could not load the model', { checkIsSupportFacialRecognition: no({ errCode: 10002 }) }, 'FACE_NETWORK'],
    ['is switched off from afar', { checkIsSupportFacialRecognition: no({ errCode: 10003 }) }, 'FACE_UNSUPPORTED'],
    ['has no admission', { checkIsSupportFacialRecognition: no({ errno: 102, errMsg: 'checkIsSupportFacialRecognition:fail:access denied' }) }, 'FACE_UNSUPPORTED'],
    ['asks for the privacy agreement, which was refused', { requirePrivacyAuthorize: no({ errno: 104 }) }, 'PRIVACY_REQUIRED'],
    ['has no word of it in the privacy agreement', { checkIsSupportFacialRecognition: no({ errno: 112 }) }, 'ABILITY_UNDECLARED'],
  ])('a phone that %s does not begin', async (_what, lacking, code) => {
    const requestFacialVerify = jest.fn();
    await expect(verifyOn('weapp', { ...able, requestFacialVerify, ...lacking })(WEAPP)).rejects.toMatchObject({ code });
    expect(requestFacialVerify).not.toHaveBeenCalled();
  });

  test.each([
    [90001, 'FACE_UNSUPPORTED'], [90002, undefined], [90006, undefined], [90007, 'FACE_NETWORK'], [90008, 'CAMERA_DENIED'], [90009, 'CAMERA_DENIED'], [90010, 'CAMERA_DENIED'],
    [90011, 'FACE_LIGHT'], [90012, 'FACE_NETWORK'], [90013, 'FACE_LIGHT'], [90014, 'FACE_LIGHT'], [90017, 'FACE_LIGHT'], [90018, undefined], [90106, 'CAMERA_DENIED'], [90107, 'FACE_LIGHT'],
    [90109, 'FACE_UNSUPPORTED'], [90199, undefined], [10003, undefined], [undefined, undefined],
  ])('ended with errCode %s, the phone’s reason is %s, and the service is asked', async (errCode, why) => {
    expect(await verifyOn('weapp', { ...able, requestFacialVerify: no({ errCode }) })(WEAPP)).toBe(why);
  });

  test('a base library before 2.32.3 asks for no agreement', async () => {
    expect(await verifyOn('weapp', { ...able, requirePrivacyAuthorize: undefined })(WEAPP)).toBeUndefined();
  });

  test('a task for the other platform is refused', async () => {
    await expect(verifyOn('weapp', able)(ALIPAY)).rejects.toMatchObject({ code: 'FACE_UNSUPPORTED' });
  });
});

describe('Alipay', () => {
  test.each([['9000', undefined], ['6001', undefined], ['6002', 'FACE_NETWORK'], ['4000', undefined], [6002, 'FACE_NETWORK']])('ended with %s, the phone’s reason is %s, and the service is asked', async (resultStatus, why) => {
    const startAPVerify = jest.fn(ok({ resultStatus }));
    expect(await verifyOn('alipay', { startAPVerify })(ALIPAY)).toBe(why);
    expect(startAPVerify).toHaveBeenCalledWith(expect.objectContaining({ certifyId: 'c1', url: ALIPAY.url }));
  });

  test('a failure without outcome leaves it to the service', async () => {
    expect(await verifyOn('alipay', { startAPVerify: no({ error: 3 }) })(ALIPAY)).toBeUndefined();
  });

  test('an Alipay without it is too old', async () => {
    await expect(verifyOn('alipay', {})(ALIPAY)).rejects.toMatchObject({ code: 'HOST_TOO_OLD' });
  });
});
