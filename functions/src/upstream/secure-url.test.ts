import { PlatformSecret, TokenEnvironment } from '../config';
import { BureauConfig } from './bureau-message';
import { isSecure } from './secure-url';
import { WeChatConfig } from './wechat-config';

test.each([
  ['https://api.weixin.qq.com', true],
  ['https://10.0.0.8:8443/openapi', true],
  ['http://127.0.0.1:8789/weapp', true],
  ['http://localhost:8789', true],
  ['http://[::1]:8789', true],
  ['http://api.weixin.qq.com', false],
  ['http://10.0.0.8/openapi', false],
  ['http://127.0.0.1.example.cn', false],
  ['http://localhost.example.cn', false],
  ['http://127.0.0.1@example.cn', false],
  ['ftp://127.0.0.1', false],
  ['file:///etc/passwd', false],
])('%s is an address at which other sides may be asked: %s', (address, is) => {
  expect(isSecure(address)).toBe(is);
});

test('the service does not start where another side would be asked without TLS', () => {
  const config = { appId: 'wx1', appSecret: 's' };
  const issues = (result: { error?: { issues: readonly { path: readonly PropertyKey[] }[] } | undefined }) => (result.error?.issues ?? []).map(({ path }) => path.join('.'));
  expect(issues(WeChatConfig.safeParse({ ...config, baseUrl: 'http://api.weixin.qq.com' }))).toContain('baseUrl');
  expect(issues(WeChatConfig.safeParse({ ...config, baseUrl: 'http://127.0.0.1:1/weapp' }))).not.toContain('baseUrl');
  const asked = { wechat: { baseUrl: 'http://a.cn' }, alipay: { gateway: 'http://a.cn' }, sms: { provider: 'tencent', url: 'http://a.cn' }, bureau: { url: 'http://a.cn' } };
  expect(issues(PlatformSecret.safeParse(asked))).toEqual(expect.arrayContaining(['wechat.baseUrl', 'alipay.gateway', 'sms.url', 'bureau']));
  expect(issues(BureauConfig.safeParse({ url: 'http://a.cn' }))).toContain('url');
  expect(issues(BureauConfig.safeParse({ url: 'https://a.cn' }))).not.toContain('url');
  expect(TokenEnvironment.safeParse({ TOKEN_ENDPOINT: 'http://ybm.example.cn/institution/token' }).success).toBe(false);
});
