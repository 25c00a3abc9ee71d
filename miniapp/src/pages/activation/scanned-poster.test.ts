import { posterQuery } from '@yibao/shared';
import { scannedPoster } from './scanned-poster';

const FULL = { channel: 'weapp', region: '370100', promotion: 'QDYD2026' } as const;
const said = posterQuery(FULL);

test.each([
  ['an ordinary QR code with a link', { text: `https://yb.example/a?${said}` }],
  ['the same with other parameters and a mark', { text: `https://yb.example/a?x=1&${said}#top` }],
  ['WeChat’s own code on an iPhone', { text: '', path: `pages/home/home?scene=${encodeURIComponent(said)}` }],
  ['WeChat’s own code on Android', { text: '', path: `pages/home/home?scene=${said}` }],
  ['a code with a path', { text: '', path: `pages/home/home?${said}` }],
  ['a link that opens Alipay', { text: `alipays://platformapi/startapp?appId=2021000000000001&page=pages%2Fhome%2Fhome&query=${encodeURIComponent(said)}` }],
])('%s says channel, region and promotion code (ACT-8)', (_what, code) => {
  expect(scannedPoster(code)).toEqual(FULL);
});

test('a code without region and promotion is one, too; what cannot be understood in it is other', () => {
  expect(scannedPoster({ text: 'https://yb.example/a?c=a' })).toEqual({ channel: 'alipay' });
  expect(scannedPoster({ text: 'https://yb.example/a?c=a&p=%E4%BD%A0' })).toEqual({ channel: 'alipay', promotion: 'other' });
});

test.each([
  ['a 28-digit code', '4240110000000000000000000001'],
  ['a payment code', 'https://qr.alipay.com/fkx1'],
  ['a link without parameters', 'https://example.com/'],
  ['a link with another c', 'https://example.com/?c=cat&p=QDYD2026'],
  ['broken escapes', 'https://example.com/?query=%E4%A'],
  ['nothing', ''],
  ['something endless', `https://example.com/?c=w&${'x'.repeat(5000)}`],
])('%s is none of ours', (_what, text) => {
  expect(scannedPoster({ text })).toBeUndefined();
});

test('another mini-program’s own code is none of ours', () => {
  expect(scannedPoster({ text: '*', path: 'pages/index/index?scene=42' })).toBeUndefined();
});
