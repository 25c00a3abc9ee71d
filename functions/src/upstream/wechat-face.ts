import { createHash } from 'node:crypto';
import { Refusal, type RefusalCode } from '@yibao/shared';
import type { RealPerson } from './ports';

const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64');

/** The person as getverifyid wants one. */
export const certInfoOf = ({ name, idNumber }: RealPerson) => ({ cert_type: 'IDENTITY_CARD', cert_name: name, cert_no: idNumber });

/** SHA-256 over the base64 of each field, in this order, without URL encoding (api_queryverifyinfo). */
export function certHashOf(person: RealPerson): string {
  const fields = Object.entries(certInfoOf(person)).map(([field, value]) => `${field}=${base64(value)}`);
  return createHash('sha256').update(fields.join('&')).digest('hex');
}

export const PASSED = 10000;

const REASONS: Readonly<Record<string, readonly number[]>> = {
  // still running, not begun; cancelled on one of the screens; camera or microphone not permitted
  FACE_CANCELLED: [10005, 10300, 90002, 90003, 90004, 90005, 90006, 90008, 90009, 90010],
  // no usable picture of the face, or none in time
  FACE_LIGHT: [10002, 10010, 90011, 90013, 90014, 90017, 90107],
  FACE_NETWORK: [10020, 10029, 10052, 90007, 90012],
  // the person is not in the reference register (10009 is the code of the older interface)
  FACE_NO_PHOTO: [10009, 10026],
  FACE_MISMATCH: [10003, 10004, 10012],
  FACE_UNSUPPORTED: [90001, 90106, 90109],
} satisfies Partial<Record<RefusalCode, readonly number[]>>;

/** What a verify_ret other than PASSED means to the person; a failure of WeChat itself is UPSTREAM_BUSY. */
export function faceRefusal(verifyRet: number): Refusal {
  const found = Object.entries(REASONS).find(([, codes]) => codes.includes(verifyRet));
  const code = (found?.[0] ?? 'UPSTREAM_BUSY') as RefusalCode;
  return new Refusal(code, code === 'FACE_NO_PHOTO' ? { account: '微信号' } : {});
}
