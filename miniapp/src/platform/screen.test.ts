import { lightUp } from './screen';

jest.mock('@tarojs/taro', () => ({ __esModule: true, default: { getScreenBrightness: () => mockPhone.get(), setScreenBrightness: (to: object) => mockPhone.set(to), setKeepScreenOn: (to: object) => mockPhone.keepOn(to) } }));

const mockPhone = { get: jest.fn<Promise<unknown>, []>(), set: jest.fn<Promise<unknown>, [object]>(), keepOn: jest.fn<Promise<unknown>, [object]>() };


beforeEach(() => {
  mockPhone.set.mockReset().mockResolvedValue({});
  mockPhone.keepOn.mockReset().mockResolvedValue({});
});
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

test.each([['WeChat', { value: 0.4 }], ['Alipay', { brightness: 0.4 }]])('%s: full light while the code is shown, and as before afterwards', async (_platform, answer) => {
  mockPhone.get.mockResolvedValue(answer);
  const putBack = lightUp();
  await settle();
  expect(mockPhone.set).toHaveBeenLastCalledWith({ value: 1 });
  expect(mockPhone.keepOn).toHaveBeenLastCalledWith({ keepScreenOn: true });
  putBack();
  await settle();
  expect(mockPhone.set).toHaveBeenLastCalledWith({ value: 0.4 });
  expect(mockPhone.keepOn).toHaveBeenLastCalledWith({ keepScreenOn: false });
});

test('a phone that does not tell its brightness is lit, and left as it is', async () => {
  mockPhone.get.mockRejectedValue({ errMsg: 'getScreenBrightness:fail' });
  const putBack = lightUp();
  await settle();
  putBack();
  await settle();
  expect(mockPhone.set.mock.calls).toEqual([[{ value: 1 }]]);
});

test('a phone that lets nothing be changed shows the code all the same', async () => {
  mockPhone.get.mockResolvedValue({ value: 0.4 });
  mockPhone.set.mockRejectedValue({ errMsg: 'fail' });
  mockPhone.keepOn.mockRejectedValue({ errMsg: 'fail' });
  lightUp()();
  await settle();
});
