/** The service's accounts at both providers, with the signature and the template that they have approved. */
export interface SmsAccount {
  readonly tencent: { readonly secretId: string; readonly secretKey: string; readonly sdkAppId: string; readonly signName: string; readonly templateId: string };
  readonly aliyun: { readonly accessKeyId: string; readonly accessKeySecret: string; readonly signName: string; readonly templateCode: string };
}

/** Puts a code on a phone; the limit that stands against it where there is one. */
export type Deliver = (phone: string, text: { readonly signName: string; readonly code: string; readonly minutes: string }) => Limit | undefined;

/** No more to a number within half a minute, or today. */
export type Limit = 'too soon' | 'today';

export const isCode = (code: unknown): code is string => typeof code === 'string' && /^\d{6}$/.test(code);
