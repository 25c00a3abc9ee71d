import * as z from 'zod/mini';
import { AgreementPurpose, AgreementVersion } from './agreement-purpose';
import { Channel } from './channel';
import { Instant } from './time';

/** One consent as it was given (查看授权): to which text, in which channel, when, and when it was withdrawn. */
export const Consent = z.strictObject({
  purpose: AgreementPurpose,
  title: z.string(),
  version: AgreementVersion,
  hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  channel: Channel,
  at: Instant,
  withdrawnAt: z.optional(Instant),
  /** Given, not withdrawn, and to the text as it is now. */
  valid: z.boolean(),
});
export type Consent = z.infer<typeof Consent>;

/** Newest first, withdrawn ones included. */
export const Consents = z.strictObject({ consents: z.array(Consent) });

/** The purposes that may be refused or withdrawn by themselves, with everything else going on. */
export const OptionalPurpose = z.enum(['reading', 'face'], '授权种类只能是 reading、face');
export type OptionalPurpose = z.infer<typeof OptionalPurpose>;

/** What a withdrawal (撤回) does, to be read before it is done. */
export const WITHDRAWAL_EFFECTS: Readonly<Record<AgreementPurpose, string>> = {
  service: '撤回就是注销：医保码在微信和支付宝里都立即停用，姓名、证件号和凭证密码会删除。社会保障卡和身份证照常使用，以后可以重新激活。',
  reading: '以后不再读取您的参保信息。已激活的医保码照常使用；重新激活或换参保地时，会再请您授权。',
  face: '以后不再发起人脸核验。已激活的医保码照常使用；需要核验时会再征得您的同意，不同意的可以带身份证到医保局窗口办理。',
};

/** What is left after an account was closed (注销): what, why, and for how long. */
export const Kept = z.strictObject({ what: z.string(), why: z.string(), until: z.string() });

/** The outcome of closing an account. */
export const Closing = z.strictObject({ closedAt: Instant, erased: z.array(z.string()), kept: z.array(Kept) });
export type Closing = z.infer<typeof Closing>;
