/** A message template that a platform has approved for the mini-program. */
export interface Template {
  readonly id: string;
  readonly title: string;
  /** The platform's name of a field, and what the phone shows before it. */
  readonly fields: readonly (readonly [string, string])[];
  /** A holder who agrees once gets one message, or messages until they change their mind (政务民生 may). */
  readonly lasts: 'once' | 'long';
}

const SAFETY = ['事项', '时间', '提示'] as const;
const SETTLEMENT = ['就诊机构', '总金额', '医保支付', '个人支付', '结算时间'] as const;
const REFUND = ['机构', '金额', '时间', '说明'] as const;
const OPENING = ['参保地', '开通时间', '提示'] as const;

const wechat = (id: string, title: string, fields: Template['fields']): Template => ({ id, title, fields, lasts: 'long' });

/** Ids have the platforms' shapes. */
export const WECHAT_TEMPLATES = {
  safety: wechat('AqZ5s0Safety0000000000000000000000000000001', '账户安全提醒', [['thing1', SAFETY[0]], ['time2', SAFETY[1]], ['thing3', SAFETY[2]]]),
  settlement: wechat('AqZ5s0Settlement000000000000000000000000002', '医保结算通知', [['thing1', SETTLEMENT[0]], ['amount2', SETTLEMENT[1]], ['amount3', SETTLEMENT[2]], ['amount4', SETTLEMENT[3]], ['time5', SETTLEMENT[4]]]),
  refund: wechat('AqZ5s0Refund0000000000000000000000000000003', '退费结果通知', [['thing1', REFUND[0]], ['amount2', REFUND[1]], ['time3', REFUND[2]], ['thing4', REFUND[3]]]),
} as const;

/** 参保地开通: there is one message to come. */
export const WECHAT_OPENING: Template = { ...wechat('AqZ5s0Opening000000000000000000000000000004', '服务开通提醒', [['thing1', OPENING[0]], ['time2', OPENING[1]], ['thing3', OPENING[2]]]), lasts: 'once' };

/** A template that is good for one message after each agreement. */
export const ONE_TIME: Template = { ...WECHAT_TEMPLATES.safety, id: 'AqZ5s0Once00000000000000000000000000000000x', lasts: 'once' };

const alipay = (id: string, title: string, names: readonly string[]): Template => ({ id, title, fields: names.map((name, i) => [`keyword${i + 1}`, name]), lasts: 'long' });

export const ALIPAY_TEMPLATES = {
  safety: alipay('MDI4YzIxMDE2M2I5YTQzYjUxNWE4MjA4NmU1MTIyYm1=', '账户安全提醒', SAFETY),
  settlement: alipay('MDI4YzIxMDE2M2I5YTQzYjUxNWE4MjA4NmU1MTIyYm2=', '医保结算通知', SETTLEMENT),
  refund: alipay('MDI4YzIxMDE2M2I5YTQzYjUxNWE4MjA4NmU1MTIyYm3=', '退费结果通知', REFUND),
} as const;

export const ALIPAY_OPENING = alipay('MDI4YzIxMDE2M2I5YTQzYjUxNWE4MjA4NmU1MTIyYm4=', '服务开通提醒', OPENING);

const idAndFields = ({ id, fields }: Template) => ({ id, fields: fields.map(([name]) => name) });

/** The `messages` part of the PLATFORM_SECRET document. */
export const messagesSecret = {
  weapp: { safety: idAndFields(WECHAT_TEMPLATES.safety), settlement: idAndFields(WECHAT_TEMPLATES.settlement), refund: idAndFields(WECHAT_TEMPLATES.refund), opening: idAndFields(WECHAT_OPENING) },
  alipay: { safety: { id: ALIPAY_TEMPLATES.safety.id }, settlement: { id: ALIPAY_TEMPLATES.settlement.id }, refund: { id: ALIPAY_TEMPLATES.refund.id }, opening: { id: ALIPAY_OPENING.id } },
};
