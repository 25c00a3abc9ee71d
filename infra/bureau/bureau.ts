import { PUSH_RATES } from '@yibao/shared';
import * as z from 'zod';
import { contradictionsIn } from './contradictions';
import { Domain } from './domain';
import { ExistingTable, keyArn } from './existing-table';
import { Misconfigured } from './misconfigured';
import { PrivateNetwork } from './private-network';

const text = (what: string) => z.string(`请填写${what}`).trim().min(1, `请填写${what}`);
const units = (what: string) => z.int(`${what}应为整数`).min(1, `${what}至少为1`).max(40_000, `${what}不能超过40000（每张表的配额）`);

const rate = (what: string) => z.number(`请填写${what}每秒条数`).min(0.5, `${what}每秒至少0.5条`).max(200, `${what}每秒最多200条`);

/** What CloudWatch Logs offers from half a year on; less is not allowed (网络安全法 第二十一条: at least six months). */
export const LOG_DAYS = [180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653] as const;

/** Each field by itself; `contradictionsIn` looks at them together. */
export const fields = z.strictObject({
  /** Names the deployment: `-c bureau=<id>`. */
  id: text('部署名称 id').regex(/^[a-z][a-z0-9-]{1,30}$/, '部署名称用小写字母、数字和连字符，以字母开头'),
  code: text('行政区划代码').regex(/^[1-9]\d{5}$/, '行政区划代码应为6位数字'),
  name: text('医保局名称').max(40, '医保局名称不超过40个字'),
  hotline: text('咨询电话').regex(/^(0\d{2,3}-)?\d{5,8}$/, '咨询电话写法如 0531-12393 或 12393'),
  /** No real person's data: the only deployments allowed outside the Chinese regions. */
  demo: z.boolean('请写明是否演示环境（true 或 false）'),
  region: text('AWS 区域').regex(/^(cn|us|eu|ap|sa|ca|me|af|il|mx)-[a-z]+-\d$/, 'AWS 区域写法如 cn-north-1'),
  account: text('AWS 账号').regex(/^\d{12}$/, 'AWS 账号应为12位数字'),
  domain: Domain.optional(),
  /** REST API with a firewall, or the cheaper HTTP API without one. */
  edge: z.enum(['rest', 'http'], '入口种类只能是 rest（带防火墙）或 http（便宜，没有防火墙）').default('rest'),
  apps: z.strictObject(
    {
      wechat: text('微信小程序 appId').regex(/^wx[0-9a-f]{16}$/, '微信小程序 appId 为 wx 加16位小写十六进制'),
      alipay: text('支付宝小程序 appId').regex(/^20\d{14}$/, '支付宝小程序 appId 为20开头的16位数字'),
    },
    '请填写两个小程序的 appId',
  ),
  /** Name of the secret in Secrets Manager that holds the platforms' credentials; made by hand before the first deployment. */
  platformSecret: text('平台密钥的名称')
    .regex(/^[\w/+=.@-]{1,512}$/, '平台密钥的名称只能用字母、数字和 /_+=.@-')
    .refine((name) => !/-\w{6}$/.test(name), '平台密钥的名称不要以连字符加6个字符结尾，否则 AWS 会认错'),
  logDays: z.literal([...LOG_DAYS], `日志至少保留180天，可选 ${LOG_DAYS.join('、')}`).default(180),
  alarmMail: z.email('报警邮箱不是有效的邮箱地址'),
  /** The most that the table serves in a second, in request units: a ceiling on costs, not a reservation. */
  ceiling: z.strictObject({ read: units('每秒读取上限'), write: units('每秒写入上限') }).default({ read: 12_000, write: 4_000 }),
  /** Units a second for which the table is warmed up beforehand, before a campaign; undefined: it grows by itself from 12,000 and 4,000. */
  warm: z.strictObject({ read: units('预热的每秒读取'), write: units('预热的每秒写入') }).optional(),
  /** Rows that are there already (docs/bureau/restore.md); undefined: the deployment makes a table and keys of its own. */
  table: ExistingTable.optional(),
  /** Another key of keys than the deployment made, to which the data keys were moved (docs/bureau/keys.md); the own one stays, unused. */
  keyOfKeys: keyArn('主密钥的 ARN').optional(),
  /** Where the information platform answers only within the bureau's own network; undefined: at the address of the platform secret, over the Internet. */
  privateNetwork: PrivateNetwork.optional(),
  /** The most that holders are told in a second, by each way: what WeChat, Alipay and the provider of text messages grant this bureau. */
  pushRates: z.strictObject({ weapp: rate('微信消息'), alipay: rate('支付宝消息'), sms: rate('短信') }).default(PUSH_RATES),
});

const consistent = z.custom<z.output<typeof fields>>().superRefine((bureau, context) => {
  for (const { path, message } of contradictionsIn(bureau)) context.addIssue({ code: 'custom', path, message });
});

const Bureau = fields.pipe(consistent).brand('Bureau');

/** What one medical-insurance bureau (医保局) decides about its own deployment, checked: only `bureau` makes one. */
export type Bureau = z.output<typeof Bureau>;

const sentence = ({ code, path, message, ...issue }: z.core.$ZodIssue) =>
  code === 'unrecognized_keys' && 'keys' in issue ? `${String(issue.keys)}：没有这一项，请去掉` : `${path.join('.') || '文件'}：${message}`;

/** Checks a bureau file. Throws one error with a Chinese sentence for every wrong field. */
export function bureau(file: z.input<typeof Bureau>): Bureau {
  const checked = Bureau.safeParse(file);
  if (checked.success) return checked.data;
  throw new Misconfigured(['医保局部署文件有误：', ...checked.error.issues.map(sentence)].join('\n  - '));
}
