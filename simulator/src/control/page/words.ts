import type { CaseName } from '../../persons/cases';
import type { FaultKind, Upstream } from '../../faults/kinds';
import type { Face } from '../../persons/person';

export const FACE_NAMES: Readonly<Record<Face, string>> = {
  passes: '通过',
  'light first': '第一次光线不够',
  'network first': '第一次网络不稳',
  light: '一直光线不够',
  network: '一直网络不稳',
  'no photo': '公安系统没有照片',
  'another face': '不是本人',
  unsupported: '手机不支持',
  cancelled: '中途取消',
};

export const ACCOUNT_NAMES = { own: '本人', relative: '亲属许明远', nobody: '没有实名' } as const;
export const BUREAU_NAMES = { own: '与证件一致', old: '还是旧名' } as const;

export const INSURED_NAMES: Readonly<Partial<Record<CaseName, string>>> = {
  ok: '济南职工',
  retired: '济南退休职工',
  resident: '青岛居民',
  'two-regions': '济南职工和青岛居民',
  closed: '菏泽（未开通）',
  unsynced: '没有记录',
  duplicate: '两份记录待合并',
  'too-new': '莆田，才2个月',
  suspended: '济南职工，停缴',
};

export const UPSTREAM_NAMES: Readonly<Record<Upstream | '*', string>> = { weapp: '微信', alipay: '支付宝', sms: '短信', bureau: '医保局', '*': '所有' };

export const CALL_NAMES: Readonly<Record<string, string>> = {
  stable_token: '取接口凭据',
  jscode2session: '登录',
  checkrealnameinfo: '实名校验',
  getverifyid: '开始刷脸',
  queryverifyinfo: '查刷脸结果',
  getuserphonenumber: '取手机号',
  send: '发订阅消息',
  getticket: '取卡券凭据',
  decrypt: '解码卡券号',
  'alipay.system.oauth.token': '登录、授权',
  'alipay.user.info.share': '读实名信息',
  'alipay.user.certify.open.initialize': '开始刷脸',
  'alipay.user.certify.open.query': '查刷脸结果',
  'alipay.open.app.mini.templatemessage.send': '发模板消息',
  'alipay.pass.template.add': '建卡包模板',
  'alipay.pass.instance.add': '发卡到卡包',
  'alipay.pass.instance.update': '更新卡包',
  SendSms: '发短信',
  '1101': '人员基本信息',
};

export const KIND_NAMES: Readonly<Record<FaultKind, string>> = {
  delay: '变慢：等一会儿才处理',
  late: '迟到：处理了，很久才回答',
  error: '出错：500，没有处理',
  drop: '断线：处理了，连接断开',
  duplicate: '重复：同一请求处理两次',
  swapped: '张冠李戴：回答的是上一个问题',
  garbage: '乱码：不是JSON',
  html: '网页：502维护页面',
  truncated: '截断：只有一半',
  huge: '过大：多出1MB',
  'wrong-type': '类型不对：数字变文字，对象变列表',
  'wrong-signature': '签名不对',
  'expired-token': '凭据过期',
  'clock-offset': '时钟偏移：对方时间快了',
};
