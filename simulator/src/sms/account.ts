/** The service's accounts at both providers, with the signature and the template that they have approved. */
export interface SmsAccount {
  readonly tencent: { readonly secretId: string; readonly secretKey: string; readonly sdkAppId: string; readonly signName: string; readonly templateId: string };
  readonly aliyun: { readonly accessKeyId: string; readonly accessKeySecret: string; readonly signName: string; readonly templateCode: string };
}

/** The templates for notices, at both providers. */
export const NOTICE_TEMPLATES = { tencent: '1111', aliyun: 'SMS_1111' } as const;

/** What a provider was asked to send, by which of the approved templates. */
export interface Order {
  readonly signName: string;
  readonly kind: 'code' | 'notice';
  /** In the template's order: code and minutes, or when and what. */
  readonly values: readonly [string, string];
}

/** Puts a text on a phone; the limit that stands against it where there is one. */
export type Deliver = (phone: string, order: Order) => Limit | undefined;

/** No more to a number within half a minute, or today. */
export type Limit = 'too soon' | 'today';

/** A variable of a notice: not empty, at most 35 characters. */
const isWords = (value: unknown) => typeof value === 'string' && value.length > 0 && value.length <= 35;

/** Whether the values fit the template. */
export const fits = (kind: Order['kind'], [first, second]: readonly unknown[]) => (kind === 'code' ? isCode(first) && typeof second === 'string' && second !== '' : isWords(first) && isWords(second));

const isCode = (code: unknown): code is string => typeof code === 'string' && /^\d{6}$/.test(code);
