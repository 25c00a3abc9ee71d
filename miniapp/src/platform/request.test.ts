import type { Request } from './request';

jest.mock('@tarojs/taro', () => ({ __esModule: true, default: { request: (options: object) => mockClient(options) } }));

const mockClient = jest.fn<Promise<unknown>, [object]>();
const BODY = { code: 'PIN_WRONG' };
const QUESTION = { method: 'POST', path: '/voucher/unlock', body: { pin: '1' }, token: 't', device: 'd1' } as const;

beforeAll(() => Object.assign(globalThis, { TARO_APP_API: 'https://api.example' }));

const requestOn = (platform: 'weapp' | 'alipay') => jest.requireActual<{ request: Request }>(`./request.${platform}`).request;

describe.each(['weapp', 'alipay'] as const)('%s', (platform) => {
  const request = () => requestOn(platform);

  test('the question goes out with token, device, type and ten seconds of patience', async () => {
    mockClient.mockResolvedValue({ statusCode: 200, data: {} });
    await request()(QUESTION);
    expect(mockClient).toHaveBeenLastCalledWith({
      url: 'https://api.example/voucher/unlock', method: 'POST', data: { pin: '1' }, timeout: 10_000, header: { 'content-type': 'application/json', authorization: 'Bearer t', 'x-device': 'd1' },
    });
  });

  test('JSON that comes as text is read, and what is no JSON is no body', async () => {
    mockClient.mockResolvedValue({ statusCode: 200, data: '{"a":1}' });
    expect(await request()(QUESTION)).toEqual({ status: 200, body: { a: 1 } });
    mockClient.mockResolvedValue({ statusCode: 502, data: '<html>' });
    expect(await request()(QUESTION)).toEqual({ status: 502, body: undefined });
  });
});

test('weapp: any HTTP status is an answer', async () => {
  mockClient.mockResolvedValue({ statusCode: 403, data: BODY });
  expect(await requestOn('weapp')(QUESTION)).toEqual({ status: 403, body: BODY });
});

test('alipay: an HTTP status of 400 and above comes as failure 19 and is an answer', async () => {
  mockClient.mockRejectedValue({ error: 19, errorMessage: 'http status error', status: 403, data: BODY });
  expect(await requestOn('alipay')(QUESTION)).toEqual({ status: 403, body: BODY });
});

test.each([
  ['weapp', { errMsg: 'request:fail timeout', errno: 5 }, 'TIMEOUT'],
  ['weapp', { errMsg: 'request:fail errcode:-106 cronet_error_code:-106 error_msg:net::ERR_INTERNET_DISCONNECTED' }, 'OFFLINE'],
  ['weapp', {}, 'OFFLINE'],
  ['alipay', { error: 13, errorMessage: '请求超时' }, 'TIMEOUT'],
  ['alipay', { error: 12, errorMessage: '网络异常' }, 'OFFLINE'],
  ['alipay', { error: 19 }, 'OFFLINE'],
] as const)('%s: %j is %s', async (platform, reason, code) => {
  mockClient.mockRejectedValue(reason);
  await expect(requestOn(platform)(QUESTION)).rejects.toMatchObject({ code });
});
