import fc from 'fast-check';
import { CHANNEL_NAMES, type Channel } from './channel';
import { entryOf } from './scene';
import { Entry, ENTRY_NAMES } from './scene-entry';
import { launchFrom, Origin, originOf } from './scene-launch';
import { posterIn, posterQuery, SCENE_PARAMETER } from './scene-poster';
import { SCENES } from './scene-table';

const documented: readonly (readonly [Channel, string, string, Entry])[] = [
  ['weapp', '1001', '发现页小程序「最近使用」列表', 'recent'],
  ['weapp', '1005', '微信首页顶部搜索框的搜索结果页', 'search'],
  ['weapp', '1006', '发现栏小程序主入口搜索框的搜索结果页', 'search'],
  ['weapp', '1007', '单人聊天会话中的小程序消息卡片', 'share'],
  ['weapp', '1008', '群聊会话中的小程序消息卡片', 'share'],
  ['weapp', '1011', '扫描二维码', 'scan'],
  ['weapp', '1012', '长按图片识别二维码', 'scan'],
  ['weapp', '1013', '扫描手机相册中选取的二维码', 'scan'],
  ['weapp', '1014', '小程序订阅消息', 'message'],
  ['weapp', '1019', '微信钱包（支付入口）', 'payment'],
  ['weapp', '1020', '公众号 profile 页相关小程序列表', 'official-account'],
  ['weapp', '1023', '安卓系统桌面图标', 'desktop'],
  ['weapp', '1025', '扫描一维码', 'scan'],
  ['weapp', '1027', '搜索结果页「使用过的小程序」列表', 'search'],
  ['weapp', '1028', '我的卡包', 'wallet'],
  ['weapp', '1029', '小程序中的卡券详情页', 'wallet'],
  ['weapp', '1031', '长按图片识别一维码', 'scan'],
  ['weapp', '1032', '扫描手机相册中选取的一维码', 'scan'],
  ['weapp', '1034', '微信支付完成页', 'payment'],
  ['weapp', '1035', '公众号自定义菜单', 'official-account'],
  ['weapp', '1036', 'App 分享消息卡片', 'share'],
  ['weapp', '1037', '小程序打开小程序', 'mini-program'],
  ['weapp', '1042', '添加好友搜索框的搜索结果页', 'search'],
  ['weapp', '1043', '公众号模板消息', 'message'],
  ['weapp', '1044', '带 shareTicket 的小程序消息卡片', 'share'],
  ['weapp', '1047', '扫描小程序码', 'scan'],
  ['weapp', '1048', '长按图片识别小程序码', 'scan'],
  ['weapp', '1049', '扫描手机相册中选取的小程序码', 'scan'],
  ['weapp', '1053', '搜一搜的结果页', 'search'],
  ['weapp', '1057', '钱包中的银行卡详情页', 'payment'],
  ['weapp', '1058', '公众号文章', 'official-account'],
  ['weapp', '1060', '微信支付完成页（与1034相同）', 'payment'],
  ['weapp', '1065', 'URL scheme', 'link'],
  ['weapp', '1069', '移动应用通过 openSDK 打开', 'link'],
  ['weapp', '1071', '钱包中的银行卡列表页', 'payment'],
  ['weapp', '1072', '二维码收款页面', 'payment'],
  ['weapp', '1074', '公众号会话下发的小程序消息卡片', 'official-account'],
  ['weapp', '1082', '公众号会话下发的文字链', 'official-account'],
  ['weapp', '1089', '微信聊天主界面下拉，「最近使用」栏', 'recent'],
  ['weapp', '1090', '长按小程序右上角菜单唤出最近使用历史', 'recent'],
  ['weapp', '1092', '城市服务入口', 'city-service'],
  ['weapp', '1096', '聊天记录', 'share'],
  ['weapp', '1097', '微信支付签约原生页', 'payment'],
  ['weapp', '1102', '公众号 profile 页服务预览', 'official-account'],
  ['weapp', '1103', '发现页小程序「我的小程序」列表', 'recent'],
  ['weapp', '1104', '微信聊天主界面下拉，「我的小程序」栏', 'recent'],
  ['weapp', '1106', '聊天主界面下拉，从顶部搜索结果页打开', 'search'],
  ['weapp', '1107', '订阅消息', 'message'],
  ['weapp', '1113', '安卓手机负一屏', 'desktop'],
  ['weapp', '1114', '安卓手机侧边栏', 'desktop'],
  ['weapp', '1124', '扫“一物一码”', 'scan'],
  ['weapp', '1125', '长按图片识别“一物一码”', 'scan'],
  ['weapp', '1126', '扫描手机相册中选取的“一物一码”', 'scan'],
  ['weapp', '1131', '浮窗', 'recent'],
  ['weapp', '1144', '公众号文章 - 视频贴片', 'official-account'],
  ['weapp', '1150', '扫一扫商品条码结果页', 'scan'],
  ['weapp', '1154', '朋友圈内打开“单页模式”', 'share'],
  ['weapp', '1155', '“单页模式”打开小程序', 'share'],
  ['weapp', '1157', '服务号会话页', 'official-account'],
  ['weapp', '1167', 'H5 通过开放标签打开', 'link'],
  ['weapp', '1168', '移动/网站应用直接运行小程序', 'link'],
  ['weapp', '1187', '浮窗', 'recent'],
  ['weapp', '1194', 'URL Link', 'link'],
  ['weapp', '1223', '安卓桌面 Widget', 'desktop'],
  ['weapp', '1271', '微信聊天主界面下拉，「我的常用小程序」栏', 'recent'],
  ['weapp', '1273', '发现页「常用的小程序」列表', 'recent'],
  ['weapp', '1286', '明文 scheme', 'link'],
  ['alipay', '1000', '首页十二宫格及更多', 'platform'],
  ['alipay', '1002', '我的小程序入口', 'recent'],
  ['alipay', '1003', '支付宝客户端首页', 'platform'],
  ['alipay', '1005', '顶部搜索框的搜索结果页', 'search'],
  ['alipay', '1007', '单人聊天会话中的小程序消息卡片（分享）', 'share'],
  ['alipay', '1011', '扫描二维码', 'scan'],
  ['alipay', '1014', '小程序商家消息（服务提醒）', 'message'],
  ['alipay', '1020', '生活号 profile 页相关小程序列表', 'official-account'],
  ['alipay', '1023', '系统桌面图标', 'desktop'],
  ['alipay', '1037', '小程序打开小程序', 'mini-program'],
  ['alipay', '1200', '市民中心（原城市服务频道）', 'city-service'],
  ['alipay', '1300', '第三方 APP 打开', 'link'],
  ['alipay', '1401', '卡包', 'wallet'],
  ['alipay', '1402', '支付宝-我的', 'platform'],
  ['alipay', '1403', '支付成功页', 'payment'],
];

const rows = documented.map(([channel, scene, what, entry]) => ({ channel, scene, what, entry }));

test.each(rows)('$channel $scene $what is the entry $entry (ACT-8)', ({ channel, scene, entry }) => {
  expect(entryOf(channel, scene)).toBe(entry);
});

test('every scene of the table is among these rows', () => {
  const tested = rows.map(({ channel, scene }) => `${channel} ${scene}`).sort();
  const known = (Object.keys(CHANNEL_NAMES) as Channel[]).flatMap((channel) => [...SCENES[channel].keys()].map((scene) => `${channel} ${scene}`));
  expect(known.sort()).toEqual(tested);
});

test.each([['weapp', '1000'], ['weapp', '1129'], ['weapp', '9999'], ['weapp', undefined], ['alipay', '0000'], ['alipay', '1092'], ['alipay', 'constructor'], ['alipay', '']] as const)(
  '%s %s, which is not in the table, is other',
  (channel, scene) => expect(entryOf(channel, scene)).toBe('other'),
);

test('every entry has a Chinese name of its own', () => {
  expect(new Set(Object.values(ENTRY_NAMES)).size).toBe(Entry.options.length);
});

const PARAMETERS = 'c=w&r=370100&p=QDYD2026';
const POSTER = { channel: 'weapp', region: '370100', promotion: 'QDYD2026' };

test.each([
  ['scene of a mini-program code', { scene: encodeURIComponent(PARAMETERS) }],
  ['q of an ordinary QR code on WeChat', { q: encodeURIComponent(`https://yb.example/a?${PARAMETERS}#top`), scancode_time: '1' }],
  ['qrCode of an ordinary QR code on Alipay', { qrCode: encodeURIComponent(`https://yb.example/a?${PARAMETERS}`) }],
  ['pairs of an Alipay code', { c: 'w', r: '370100', p: 'QDYD2026' }],
])('an activation QR is read from the %s', (_where, query) => {
  expect(posterIn(query)).toEqual(POSTER);
});

test.each([
  ['no channel', { scene: 'r=370100' }, { channel: 'other', region: '370100' }],
  ['a channel that is none', { c: 'x' }, { channel: 'other' }],
  ['a channel that every object has', { c: 'constructor' }, { channel: 'other' }],
  ['a region that is none', { c: 'a', r: '济南' }, { channel: 'alipay', region: 'other' }],
  ['a promotion code too long', { c: 'a', p: 'A'.repeat(13) }, { channel: 'alipay', promotion: 'other' }],
  ['a promotion code with other letters', { c: 'a', p: '<script>' }, { channel: 'alipay', promotion: 'other' }],
  ['values that are no texts', { c: 'w', r: 370100, p: ['QDYD2026'] }, { channel: 'weapp', region: 'other', promotion: 'other' }],
  ['broken percent-encoding', { scene: '%E0%A4%A' }, { channel: 'other' }],
  ['a scene longer than WeChat makes them', { scene: `c=w&r=370100&p=${'1'.repeat(20)}` }, { channel: 'other' }],
  ['a scene with characters that WeChat refuses', { scene: 'c=w&p=福利' }, { channel: 'other' }],
  ['somebody else’s code', { q: encodeURIComponent('https://elsewhere.example/menu') }, { channel: 'other' }],
  ['a carrier that is no text', { scene: { c: 'w' } }, { channel: 'other' }],
  ['a link longer than any of ours', { q: `https://yb.example/?c=w&x=${'1'.repeat(2000)}` }, { channel: 'other' }],
  ['the same word twice: the first counts', { scene: 'c=w&c=a' }, { channel: 'weapp' }],
])('%s is recorded as other where it cannot be understood', (_what, query, poster) => {
  expect(posterIn(query)).toEqual(poster);
});

test('an opening without a QR has no poster', () => {
  expect(posterIn({})).toBeUndefined();
  expect(posterIn({ from: 'menu' })).toBeUndefined();
});

test('whatever is written into a QR, reading it never fails, and what is read is as the contract says', () => {
  const anything = fc.dictionary(fc.constantFrom('scene', 'q', 'qrCode', 'c', 'r', 'p', 'x'), fc.oneof(fc.string(), fc.webUrl({ withQueryParameters: true }), fc.anything()));
  fc.assert(fc.property(anything, fc.anything(), (query, scene) => Origin.safeParse(originOf('weapp', launchFrom({ scene, query }))).success));
});

test('what a poster says is what is read from it, and fits into WeChat’s code', () => {
  const poster = fc.record({ channel: fc.constantFrom('weapp' as const, 'alipay' as const), region: fc.stringMatching(/^[1-9]\d{5}$/), promotion: fc.stringMatching(/^[0-9A-Z]{4,12}$/) }, { requiredKeys: ['channel'] });
  fc.assert(
    fc.property(poster, (written) => {
      const text = posterQuery(written);
      expect(text).toMatch(SCENE_PARAMETER);
      expect(posterIn({ scene: encodeURIComponent(text) })).toEqual(written);
    }),
  );
});

test('a scene is taken as number or text, and one that is neither is left out', () => {
  expect(launchFrom({ scene: 1092 })).toEqual({ scene: '1092' });
  expect(launchFrom({ scene: '1200', query: {} })).toEqual({ scene: '1200' });
  for (const scene of [undefined, null, '', 'a b', 'x'.repeat(33), { id: 1 }]) expect(launchFrom({ scene })).toEqual({});
});

test('where an activation came from has the entry’s name, the number and what the poster said', () => {
  expect(originOf('weapp', { scene: '1047', poster: { channel: 'weapp', region: '370100', promotion: 'QDYD2026' } })).toEqual({
    entry: 'scan', scene: '1047', posterChannel: 'weapp', posterRegion: '370100', promotion: 'QDYD2026',
  });
  expect(originOf('alipay', {})).toEqual({ entry: 'other' });
});
