import * as z from 'zod/mini';

/** What somebody can be told of: 账户安全, 医保结算, 退费; 参保地开通, before there is a voucher. */
export const NoticePurpose = z.enum(['safety', 'settlement', 'refund', 'opening']);
export type NoticePurpose = z.infer<typeof NoticePurpose>;

/** The platform's ids of the message templates, empty where the bureau has none approved. The platforms ask for three at once at most, 参保地开通 is asked for by itself. */
export const NoticeTemplates = z.strictObject({ templates: z.array(z.strictObject({ purpose: NoticePurpose, id: z.string() })) });
export type NoticeTemplates = z.infer<typeof NoticeTemplates>;

/** A message in the national envelope. Whatever else stands in it is signed, too. */
export const SealedMessage = z.looseObject({
  appId: z.string('缺少 appId').check(z.maxLength(64)),
  version: z.literal('2.0.1', 'version 应为 2.0.1'),
  timestamp: z.string('缺少 timestamp').check(z.regex(/^\d{14}$/, 'timestamp 写法为 yyyyMMddHHmmss')),
  encType: z.literal('SM4', 'encType 应为 SM4'),
  signType: z.literal('SM2', 'signType 应为 SM2'),
  encData: z.string('缺少 encData').check(z.regex(/^([0-9A-Fa-f]{32})+$/, 'encData 应为十六进制密文')),
  signData: z.string('缺少 signData').check(z.minLength(1), z.maxLength(256)),
});
export type SealedMessage = z.infer<typeof SealedMessage>;
