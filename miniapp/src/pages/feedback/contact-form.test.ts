import { contactOf, faultOf } from './contact-form';

test.each([
  ['wechat', ' wxid_ada2026 ', 'wxid_ada2026'],
  ['alipay', 'ada@example.cn', 'ada@example.cn'],
  ['phone', '13800000000', '13800000000'],
] as const)('a %s is taken without the blanks around it', (kind, typed, value) => {
  expect(contactOf({ kind, value: typed })).toEqual({ kind, value });
  expect(faultOf({ kind, value: typed })).toBeUndefined();
});

test.each([
  ['wechat', '我的微信', '微信号'],
  ['alipay', 'ada', '支付宝账号'],
  ['phone', '12345', '11位手机号'],
  ['phone', '', '11位手机号'],
] as const)('%s “%s” is told what to write: %s', (kind, value, words) => {
  expect(contactOf({ kind, value })).toBeUndefined();
  expect(faultOf({ kind, value })).toContain(words);
});
