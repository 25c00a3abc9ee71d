import type * as z from 'zod';
import { fields, LOG_DAYS } from './bureau';
import { Domain } from './domain';
import { ExistingTable } from './existing-table';

/** One thing that a bureau must decide: asked by `npm run bureau:new`, explained in the file that it writes. */
export interface Question {
  /** Where the answer stands in the bureau file, e.g. `domain.name`. */
  readonly path: string;
  /** The option of `npm run bureau:new` that answers it. */
  readonly flag: string;
  /** What it is, in Chinese; the comment above the field. */
  readonly asks: string;
  readonly example: string;
  /** The answer that an empty line gives. */
  readonly usual?: string;
  /** A text answer made into the field's value. */
  readonly reads?: (answer: string) => unknown;
  readonly schema: z.ZodType;
  /** Asked only when this holds of what was answered before. */
  readonly when?: (answers: Answers) => boolean;
}

/** Answers by path. */
export type Answers = ReadonlyMap<string, unknown>;

const { apps, ceiling, ...own } = fields.shape;

const yes: Readonly<Record<string, boolean>> = { 是: true, 否: false, y: true, n: false, yes: true, no: false, true: true, false: false };

const inChina = (answers: Answers) => String(answers.get('region')).startsWith('cn-');
const hasDomain = (answers: Answers) => answers.get('domain.name') !== undefined;

const of = (path: string, flag: string, rest: Omit<Question, 'path' | 'flag'>): Question => ({ path, flag, ...rest });

const WHO: readonly Question[] = [
  of('name', 'name', { asks: '医保局名称，显示给参保人', example: '济南市医疗保障局', schema: own.name }),
  of('hotline', 'hotline', { asks: '咨询电话，参保人在错误提示里看到它', example: '0531-12393', usual: '12393', schema: own.hotline }),
  of('id', 'id', { asks: '部署名称：小写字母、数字、连字符。AWS 里的资源叫 yibao-<名称>，部署后不要改', example: 'jinan', schema: own.id }),
  of('demo', 'demo', { asks: '是否演示环境（是/否）。演示环境不得放真实的个人信息，可以建在境外', example: '否', usual: '否', schema: own.demo, reads: (answer) => yes[answer.toLowerCase()] ?? answer }),
];

const WHERE: readonly Question[] = [
  of('region', 'region', { asks: 'AWS 区域：cn-north-1 北京（光环新网），cn-northwest-1 宁夏（西云数据）', example: 'cn-north-1', usual: 'cn-north-1', schema: own.region }),
  of('account', 'account', { asks: 'AWS 账号，12位数字，控制台右上角可以看到', example: '111122223333', schema: own.account }),
  of('domain.name', 'domain', { asks: '公开接口的域名，须已备案；小程序后台的 request 合法域名填它', example: 'ybm.jinan.example', schema: Domain.shape.name, when: inChina }),
  of('domain.certificateArn', 'certificate', {
    asks: '域名证书的 ARN：在同一区域的 ACM 里申请或导入后复制',
    example: 'arn:aws-cn:acm:cn-north-1:111122223333:certificate/00000000-0000-4000-8000-000000000000',
    schema: Domain.shape.certificateArn,
    when: hasDomain,
  }),
  of('domain.icpNumber', 'icp', { asks: '域名的备案号', example: '鲁ICP备2026000000号-1', schema: Domain.shape.icpNumber.unwrap(), when: hasDomain }),
];

const EDGE = of('edge', 'edge', { asks: '入口种类：rest 带防火墙，公共服务用它；http 便宜约三分之二，没有防火墙，只适合演示', example: 'rest', usual: 'rest', schema: own.edge });

const WITH: readonly Question[] = [
  of('apps.wechat', 'wechat', { asks: '微信小程序的 AppID：微信公众平台→开发管理→开发设置', example: 'wx0000000000000000', schema: apps.shape.wechat }),
  of('apps.alipay', 'alipay', { asks: '支付宝小程序的 AppID：支付宝开放平台→控制台→小程序', example: '2021000000000000', schema: apps.shape.alipay }),
  of('platformSecret', 'secret', { asks: '平台密钥在 Secrets Manager 里的名称；部署前按 docs/bureau 建好，密钥本身不写进文件', example: 'yibao/jinan/platforms', schema: own.platformSecret }),
];

const HOW: readonly Question[] = [
  of('alarmMail', 'mail', { asks: '报警邮箱：运行出问题时通知谁', example: 'ops@jinan.example', schema: own.alarmMail }),
  of('logDays', 'log-days', { asks: `日志保留天数，法律要求不少于180天。可选 ${LOG_DAYS.join('、')}`, example: '365', usual: '180', schema: own.logDays, reads: Number }),
  of('ceiling.read', 'read', { asks: '数据表每秒读取上限：费用的封顶，不是预留；一般城市用默认值', example: '12000', usual: '12000', schema: ceiling.unwrap().shape.read, reads: Number }),
  of('ceiling.write', 'write', { asks: '数据表每秒写入上限', example: '4000', usual: '4000', schema: ceiling.unwrap().shape.write, reads: Number }),
];

/** Not asked: whoever has restored a table gives it by options, or writes it into the file. */
const never = () => false;
const KEY = 'arn:aws-cn:kms:cn-north-1:111122223333:key/00000000-0000-4000-8000-000000000000';

const RESTORED: readonly Question[] = [
  of('table.name', 'table', { asks: '已有的数据表名（从备份恢复的表，见 docs/bureau/restore.md）。写了它，部署就不新建表和密钥', example: 'yibao-restored', schema: ExistingTable.shape.name, when: never }),
  of('table.streamArn', 'table-stream', {
    asks: '这张表的流的 ARN：DynamoDB 控制台→表→导出和流，选“新旧映像”打开后复制',
    example: 'arn:aws-cn:dynamodb:cn-north-1:111122223333:table/yibao-restored/stream/2026-11-22T03:00:00.000',
    schema: ExistingTable.shape.streamArn,
    when: never,
  }),
  of('table.keyArn', 'table-key', { asks: '加密这张表的 KMS 密钥的 ARN：DynamoDB 控制台→表→其他设置→加密', example: KEY, schema: ExistingTable.shape.keyArn, when: never }),
  of('table.dataKeyArn', 'data-key', { asks: '主密钥的 ARN：写这些数据的那次部署输出的 KeyProvider，去掉前面的 kms:。换一把，所有个人信息都打不开', example: KEY, schema: ExistingTable.shape.dataKeyArn, when: never }),
];

/** In the order in which they are asked. The bureau's code is the argument of the command. */
export const QUESTIONS: readonly Question[] = [...WHO, ...WHERE, EDGE, ...WITH, ...HOW, ...RESTORED];

/** The value of an answer, or the sentence that says what is wrong with it. */
export function answered({ schema, reads = (text) => text }: Question, answer: string): { readonly value: unknown } | { readonly fault: string } {
  const read = schema.safeParse(reads(answer.trim()));
  return read.success ? { value: read.data } : { fault: read.error.issues[0]!.message };
}
