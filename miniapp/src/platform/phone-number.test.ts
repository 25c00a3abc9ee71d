import { numberIn } from './phone-number.weapp';

jest.mock('@tarojs/taro', () => ({ __esModule: true, default: {} }));
jest.mock('./channel', () => ({ channel: 'weapp' }));

describe('what WeChat’s phone-number button gives', () => {
  test.each([
    [{ code: 'c', errMsg: 'getPhoneNumber:ok' }, { code: 'c' }],
    [{ errMsg: 'getPhoneNumber:fail user deny' }, { cancelled: true }],
    [{ errMsg: 'getPhoneNumber:fail:user cancel' }, { cancelled: true }],
    [{ errMsg: 'getPhoneNumber:fail jsapi has no permission', errno: 1400001 }, { unavailable: true }],
    [{ errMsg: 'getPhoneNumber:fail api scope is not declared in the privacy agreement', errno: 112 }, { unavailable: true }],
    [{ errMsg: 'getPhoneNumber:fail privacy permission is not authorized', errno: 104 }, { unagreed: true }],
    [{ errMsg: 'getPhoneNumber:fail no permission' }, { unavailable: true }],
    [{ errMsg: 'getPhoneNumber:ok' }, { unavailable: true }],
  ])('%j', (detail, number) => {
    expect(numberIn({ detail })).toEqual(number);
  });
});
