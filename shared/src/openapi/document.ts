import { contract, type Room } from '../contract';
import type { Endpoint } from '../contract/endpoint';
import { DEVICE_HEADER } from '../model/tokens';
import { componentExamples, type Example } from './examples';
import { type Operation, operationOf } from './operation';
import { componentSchemas, type JsonSchema } from './schemas';

interface Server {
  readonly url: string;
  readonly description: string;
  readonly variables?: Readonly<Record<string, { readonly default: string; readonly description: string }>>;
}

export interface OpenApiDocument {
  readonly openapi: '3.1.0';
  readonly info: Readonly<Record<string, unknown>>;
  readonly servers: readonly Server[];
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>;
    readonly examples: Readonly<Record<string, Example>>;
    readonly securitySchemes: Readonly<Record<string, JsonSchema>>;
  };
}

const TAGS: Readonly<Record<Room, { readonly name: string; readonly description: string }>> = {
  session: { name: '登录', description: '用平台账号换取会话，查看和退出登录设备，再次确认' },
  region: { name: '参保地', description: '哪些参保地已经开通' },
  activation: { name: '激活', description: '一步一步激活医保码，中断后可以继续' },
  binding: { name: '绑定', description: '医保码绑定了哪些渠道和手机，解绑' },
  phone: { name: '手机号', description: '查看和修改手机号' },
  consent: { name: '授权管理', description: '查看、同意、撤回授权' },
  account: { name: '个人信息', description: '导出个人信息，注销' },
  notice: { name: '消息', description: '可以开启的消息提醒，医保信息平台通知结算和退费结果' },
  institution: { name: '机构', description: '定点机构和合作渠道用登记的密钥登录' },
  wallet: { name: '卡包', description: '把医保码加入微信卡包、支付宝卡包，并知道加没加成' },
  hotline: { name: '热线', description: '查询绑定，两人解绑，窗口核对' },
  feedback: { name: '反馈', description: '请人工核对，查看答复' },
  operator: { name: '操作员', description: '热线和窗口的操作员用登记的密钥登录' },
  voucher: { name: '医保码', description: '展码、用码明细，以及机构解码' },
};

const DESCRIPTION = [
  '医保电子凭证（医保码）的参考实现。本文件由 shared/src/contract 生成，请勿手改。',
  '没有令牌，或令牌格式不对、过长、过期、已退出、是别的环境或别的设备的，回答都一样（401，参保人 SESSION_REQUIRED，机构 INSTITUTION_UNKNOWN 或 500104，操作员 OPERATOR_REQUIRED）；原因只在服务的日志里，凭 requestId 查。',
  '不能办理时，回答里的 code 是固定的原因，title 说明发生了什么，remedy 说明怎么办；字段有误时 fields 逐项说明。',
  '超过 x-rate 的请求由入口直接以 429 拒绝，此时没有 code。',
].join('\n\n');

const SECURITY_SCHEMES = {
  session: { type: 'http', scheme: 'bearer', description: '参保人的会话令牌，来自 POST /session，只在登录时的那台设备上有效' },
  device: { type: 'apiKey', in: 'header', name: DEVICE_HEADER, description: '登录时用的设备编号（device），与会话令牌一起发送；不是同一台设备的，和没有登录一样回答' },
  institution: { type: 'http', scheme: 'bearer', description: '定点机构的令牌，15分钟内有效，来自 POST /institution/token' },
  operator: { type: 'http', scheme: 'bearer', description: '操作员的令牌，10分钟内有效，来自 POST /operator/token' },
};

const SERVERS: readonly Server[] = [
  { url: 'http://127.0.0.1:8787', description: '本机（npm start）' },
  { url: 'https://{domain}', description: '医保局的部署', variables: { domain: { default: 'ybm.example.cn', description: '已备案的域名' } } },
];

function pathsOf(): OpenApiDocument['paths'] {
  const paths: Record<string, Record<string, Operation>> = {};
  for (const [room, endpoints] of Object.entries(contract)) {
    for (const [name, endpoint] of Object.entries<Endpoint>(endpoints)) {
      const operation = operationOf(name, TAGS[room as Room].name, endpoint);
      paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method.toLowerCase()]: operation };
    }
  }
  return paths;
}

/** The contract as an OpenAPI 3.1 document. */
export const openApiDocument = (version: string): OpenApiDocument => ({
  openapi: '3.1.0',
  info: { title: '医保电子凭证（医保码）服务接口', version, description: DESCRIPTION, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
  servers: SERVERS,
  tags: Object.values(TAGS),
  paths: pathsOf(),
  components: { schemas: componentSchemas(), examples: componentExamples(), securitySchemes: SECURITY_SCHEMES },
});
