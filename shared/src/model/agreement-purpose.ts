import * as z from 'zod/mini';

export const AgreementVersion = z.string('缺少协议版本').check(z.regex(/^\d{4}-\d{2}-\d{2}$/, '协议版本应为日期'));

/** What a text is agreed to for: using the service, reading the insured record, verifying the face. Each is agreed to by itself. */
export const AgreementPurpose = z.enum(['service', 'reading', 'face'], '授权种类只能是 service、reading、face');
export type AgreementPurpose = z.infer<typeof AgreementPurpose>;
