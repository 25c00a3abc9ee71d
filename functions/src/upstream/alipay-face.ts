import { Refusal, type RefusalCode } from '@yibao/shared';
import * as z from 'zod/mini';
import type { RealPerson } from './ports';

export const Opened = z.object({ certify_id: z.string().check(z.minLength(1)) });

/** `passed` is T or F, in some answers a list of one. */
const Passed = z.union([z.enum(['T', 'F']), z.tuple([z.enum(['T', 'F'])])]);
export const Outcome = z.object({ passed: Passed, fail_reason: z.nullish(z.string()) });

/** Where the phone returns to; a mini-program that called startAPVerify is still open and ignores it. */
const returnUrl = (appId: string) => `alipays://platformapi/startapp?appId=${appId}`;

export const initialisation = ({ name, idNumber }: RealPerson, orderNo: string, appId: string) => ({
  outer_order_no: orderNo,
  biz_code: 'FACE',
  identity_param: { identity_type: 'CERT_INFO', cert_type: 'IDENTITY_CARD', cert_name: name, cert_no: idNumber },
  merchant_config: { return_url: returnUrl(appId) },
});

/**
 * fail_reason is an extension that Alipay switches on by agreement; its codes are taken to be those of Ant's face verification:
 * name and number differ, nobody found, no usable photo, another face, doubt about the live picture.
 */
const REASONS: Readonly<Record<string, RefusalCode>> = {
  201: 'FACE_MISMATCH',
  202: 'FACE_NO_PHOTO',
  203: 'FACE_NO_PHOTO',
  204: 'FACE_MISMATCH',
  205: 'FACE_LIGHT',
};

/** Without a reason, F means "not passed or not done yet"; Alipay's own page has told the person why. */
export function judge({ passed, fail_reason }: z.infer<typeof Outcome>): void {
  if ([passed].flat()[0] === 'T') return;
  const code = REASONS[fail_reason ?? ''] ?? 'FACE_CANCELLED';
  throw new Refusal(code, code === 'FACE_NO_PHOTO' ? { account: '支付宝账号' } : {});
}
