import { bureausNamed } from '../bureau/registry';
import { bureau } from '../bureau/bureau';

const file = {
  id: 'jinan',
  code: '370100',
  name: '济南市医疗保障局',
  hotline: '0531-12393',
  demo: false,
  region: 'cn-north-1',
  account: '111122223333',
  domain: {
    name: 'ybm.jinan.example',
    certificateArn: 'arn:aws-cn:acm:cn-north-1:111122223333:certificate/00000000-0000-4000-8000-000000000000',
    icpNumber: '鲁ICP备2026000000号-1',
  },
  apps: { wechat: 'wx0000000000000000', alipay: '2021000000000000' },
  platformSecret: 'yibao/jinan/platforms',
  alarmMail: 'ops@jinan.example',
};

const KMS = 'arn:aws-cn:kms:cn-north-1:111122223333:key/';
const table = {
  name: 'yibao-restored',
  streamArn: 'arn:aws-cn:dynamodb:cn-north-1:111122223333:table/yibao-restored/stream/2026-11-22T03:00:00.000',
  keyArn: `${KMS}00000000-0000-4000-8000-000000000001`,
  dataKeyArn: `${KMS}00000000-0000-4000-8000-000000000002`,
};

const { domain, apps } = file;
const faultsOf = (wrong: object) => {
  try {
    bureau({ ...file, ...wrong });
    return [];
  } catch (error) {
    return (error as Error).message.split('\n  - ').slice(1);
  }
};

test('a right file is taken, with half a year of logs and a ceiling on costs', () => {
  expect(bureau(file)).toMatchObject({ logDays: 180, ceiling: { read: 12_000, write: 4_000 } });
});

test('a restored table is taken with its stream and both keys', () => {
  expect(bureau({ ...file, table })).toMatchObject({ table });
});

test.each<[object, string]>([
  [{ id: 'Jinan' }, 'id：部署名称用小写字母、数字和连字符，以字母开头'],
  [{ code: '3701' }, 'code：行政区划代码应为6位数字'],
  [{ name: ' ' }, 'name：请填写医保局名称'],
  [{ name: undefined }, 'name：请填写医保局名称'],
  [{ hotline: '济南12393' }, 'hotline：咨询电话写法如 0531-12393 或 12393'],
  [{ demo: 'no' }, 'demo：请写明是否演示环境（true 或 false）'],
  [{ region: '北京' }, 'region：AWS 区域写法如 cn-north-1'],
  [{ account: '1234' }, 'account：AWS 账号应为12位数字'],
  [{ domain: { ...domain, name: 'https://ybm.jinan.example' } }, 'domain.name：域名写法如 ybm.example.cn'],
  [{ domain: { ...domain, certificateArn: 'arn:aws:iam::1:x' } }, 'domain.certificateArn：证书 ARN 写法如 arn:aws-cn:acm:cn-north-1:账号:certificate/编号'],
  [{ domain: { ...domain, icpNumber: '12345' } }, 'domain.icpNumber：备案号写法如 鲁ICP备2026000000号-1'],
  [{ domain: 'ybm.jinan.example' }, 'domain：请填写域名、证书和备案号'],
  [{ apps: undefined }, 'apps：请填写两个小程序的 appId'],
  [{ apps: { ...apps, wechat: '0000' } }, 'apps.wechat：微信小程序 appId 为 wx 加16位小写十六进制'],
  [{ apps: { ...apps, alipay: 'wx0' } }, 'apps.alipay：支付宝小程序 appId 为20开头的16位数字'],
  [{ platformSecret: '平台' }, 'platformSecret：平台密钥的名称只能用字母、数字和 /_+=.@-'],
  [{ platformSecret: 'yibao-secret' }, 'platformSecret：平台密钥的名称不要以连字符加6个字符结尾，否则 AWS 会认错'],
  [{ logDays: 90 }, 'logDays：日志至少保留180天，可选 180、365、400、545、731、1096、1827、2192、2557、2922、3288、3653'],
  [{ alarmMail: 'ops' }, 'alarmMail：报警邮箱不是有效的邮箱地址'],
  [{ ceiling: { read: 0, write: 100 } }, 'ceiling.read：每秒读取上限至少为1'],
  [{ ceiling: { read: 100, write: 40_001 } }, 'ceiling.write：每秒写入上限不能超过40000（每张表的配额）'],
  [{ region: 'us-gov-west-1' }, 'region：AWS 区域写法如 cn-north-1'],
  [{ table: 'yibao-restored' }, 'table：请填写已有的表的名称、流和两把密钥'],
  [{ table: { ...table, name: '新表' } }, 'table.name：已有的表名为3到255个字母、数字或 _.-'],
  [{ table: { ...table, streamArn: undefined } }, 'table.streamArn：请填写表的流的 ARN'],
  [{ table: { ...table, keyArn: 'alias/x' } }, 'table.keyArn：表的加密密钥的 ARN 写法如 arn:aws-cn:kms:cn-north-1:账号:key/编号'],
  [{ table: { ...table, name: 'other-table' } }, 'table.streamArn：流必须是本账号 cn-north-1 区域这张表的，以 arn:aws-cn:dynamodb:cn-north-1:111122223333:table/other-table/stream/ 开头'],
  [{ table: { ...table, dataKeyArn: table.dataKeyArn.replace('cn-north-1', 'cn-northwest-1') } }, 'table.dataKeyArn：密钥必须在本账号的 cn-north-1 区域，以 arn:aws-cn:kms:cn-north-1:111122223333: 开头'],
  [{ table, warm: { read: 1, write: 1 } }, 'warm：已有的表请在控制台预热，去掉这一项：它只对部署新建的表有效'],
  [{ appSecret: 'x' }, 'appSecret：没有这一项，请去掉'],
])('%j is refused in plain Chinese', (wrong, sentence) => {
  expect(faultsOf(wrong)).toEqual([sentence]);
});

test('every wrong field gets its sentence at once', () => {
  expect(faultsOf({ code: '1', account: '2', alarmMail: '3' })).toHaveLength(3);
});

const abroad = { region: 'ap-southeast-1', domain: undefined };

test.each(['ap-southeast-1', 'us-east-1', 'eu-central-1'])('real personal data may not lie in %s', (region) => {
  expect(faultsOf({ ...abroad, region })).toEqual(['region：真实的个人信息只能放在 cn-north-1、cn-northwest-1；其他区域只能是演示环境（demo: true）']);
});

test('a demonstration may lie anywhere', () => {
  expect(faultsOf({ ...abroad, demo: true })).toEqual([]);
});

test('a Chinese region needs a domain', () => {
  expect(faultsOf({ domain: undefined })).toEqual(['domain：中国区域的公开接口必须使用已备案的域名，请填写 domain']);
});

test('a Chinese region needs the domain to be on record', () => {
  expect(faultsOf({ domain: { ...domain, icpNumber: undefined } })).toEqual(['domain.icpNumber：中国区域的域名必须有备案号']);
});

test('the certificate lies in the account and region of the deployment', () => {
  expect(faultsOf({ region: 'cn-northwest-1' })).toEqual([
    'domain.certificateArn：证书必须在本账号的 cn-northwest-1 区域，以 arn:aws-cn:acm:cn-northwest-1:111122223333: 开头',
  ]);
});

test('without a name all bureaus are meant, with one only that one', () => {
  expect(bureausNamed(undefined).map(({ id }) => id)).toEqual(['jinan', 'demo']);
  expect(bureausNamed('demo').map(({ id }) => id)).toEqual(['demo']);
  expect(bureausNamed('370100').map(({ id }) => id)).toEqual(['jinan']);
});

test('an unknown bureau is answered with those there are', () => {
  expect(() => bureausNamed('qingdao')).toThrow('没有“qingdao”的部署，现有：370100（jinan）、999900（demo）');
});
