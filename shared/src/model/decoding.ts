import * as z from 'zod/mini';

/** 用码业务类型 (`code_biz_type`): 01 hospital, 02 pharmacy; an open list, so unknown five-digit codes are accepted. */
export const BUSINESS_TYPES: Readonly<Record<string, string>> = {
  '01101': '门诊挂号',
  '01102': '住院建档',
  '01103': '入院登记',
  '01104': '缴纳预缴金',
  '01201': '问诊',
  '01202': '预约检查',
  '01203': '检查',
  '01204': '治疗',
  '01301': '门诊结算',
  '01302': '取药',
  '02121': '药店购药',
  '02122': '下载外购处方',
};

export const businessNameOf = (type: string) => BUSINESS_TYPES[type] ?? '其他业务';

const text = (length: number, name: string) => z.string(`缺少${name}`).check(z.minLength(1, `缺少${name}`), z.maxLength(length, `${name}不能超过${length}个字`));
const optionalText = (length: number) => z.optional(z.nullable(z.string().check(z.maxLength(length, `不能超过${length}个字`))));

/** `data` of `ec.query` (and the whole body of 1162), national field names and lengths. Further fields of terminals are passed over. */
export const DecodeBody = z.object({
  orgId: text(40, '机构编码 orgId'),
  ecQrCode: text(512, '二维码内容 ecQrCode'),
  businessType: z.string('缺少业务类型 businessType').check(z.regex(/^\d{5}$/, '业务类型 businessType 应为5位数字')),
  operatorId: text(64, '操作员编号 operatorId'),
  operatorName: text(64, '操作员姓名 operatorName'),
  officeId: text(20, '科室编号 officeId'),
  officeName: text(30, '科室名称 officeName'),
  deviceType: optionalText(30),
  outBizNo: z.optional(z.string().check(z.minLength(1, 'outBizNo 不能为空'), z.maxLength(64, 'outBizNo 不能超过64个字'))),
});
export type DecodeBody = z.infer<typeof DecodeBody>;

export const DecodeRequest = z.object({
  transType: z.literal('ec.query', 'transType 应为 ec.query'),
  orgId: text(40, '机构编码 orgId'),
  data: DecodeBody,
  extra: z.optional(z.unknown()),
});

/** What the counter learns of the holder (CODE-7), national field names. Absent facts are empty texts. */
export const Decoded = z.strictObject({
  idNo: z.string(),
  idType: z.string(),
  userName: z.string(),
  ecToken: z.string().check(z.regex(/^\d{6}ec[0-9a-z]{30}$/)),
  insuOrg: z.string(),
  ecIndexNo: z.string().check(z.regex(/^[0-9A-F]{32}$/)),
  gender: z.string(),
  birthday: z.string(),
  nationality: z.string(),
  email: z.string(),
  chnlId: z.string(),
  ecQrCode: z.string(),
  authNo: z.string(),
});
export type Decoded = z.infer<typeof Decoded>;

export const DecodeAnswer = z.strictObject({
  code: z.literal(0),
  message: z.string(),
  data: Decoded,
  orgId: z.string(),
  extra: z.nullable(z.unknown()),
});
