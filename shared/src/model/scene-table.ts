import type { Channel } from './channel';
import type { Entry } from './scene-entry';

type Numbers = Partial<Record<Exclude<Entry, 'other'>, string>>;

/** https://developers.weixin.qq.com/miniprogram/dev/reference/scene-list.html */
const WEAPP: Numbers = {
  // QR codes, bar codes, mini-program codes and codes of goods: by camera, held finger, or album
  scan: '1011 1012 1013 1025 1031 1032 1047 1048 1049 1124 1125 1126 1150',
  search: '1005 1006 1027 1042 1053 1106',
  'city-service': '1092',
  // its profile, menu, articles and conversation
  'official-account': '1020 1035 1058 1074 1082 1102 1144 1157',
  wallet: '1028 1029',
  // also 我的小程序 and the floating window
  recent: '1001 1089 1090 1103 1104 1131 1187 1271 1273',
  share: '1007 1008 1036 1044 1096 1154 1155',
  message: '1014 1043 1107',
  // 支付入口, which leads on to 城市服务; the pages after a payment; bank cards
  payment: '1019 1034 1057 1060 1071 1072 1097',
  desktop: '1023 1113 1114 1223',
  'mini-program': '1037',
  link: '1065 1069 1167 1168 1194 1286',
};

/** https://opendocs.alipay.com/mini/framework/scene; 生活号 is Alipay's official account, 市民中心 its city service. */
const ALIPAY: Numbers = {
  scan: '1011',
  search: '1005',
  'city-service': '1200',
  'official-account': '1020',
  wallet: '1401',
  recent: '1002',
  share: '1007',
  message: '1014',
  payment: '1403',
  platform: '1000 1003 1402',
  desktop: '1023',
  'mini-program': '1037',
  link: '1300',
};

const byNumber = (numbers: Numbers): ReadonlyMap<string, Entry> =>
  new Map(Object.entries(numbers).flatMap(([entry, scenes]) => scenes.split(' ').map((scene) => [scene, entry as Entry] as const)));

/** The scenes that the platforms document, as of November 2026; 0000 and 1000 (WeChat) are their own “other”. */
export const SCENES: Readonly<Record<Channel, ReadonlyMap<string, Entry>>> = { weapp: byNumber(WEAPP), alipay: byNumber(ALIPAY) };
