import { HOUR, Refusal, later, type RefusalCode } from '@yibao/shared';
import * as z from 'zod/mini';
import { isSignedBy, rsa2, stringToSign } from './alipay-signature';
import type { AlipayConfig, AlipayKeys } from './alipay-keys';
import { askAgain } from './ask-again';
import { ask, parsed, type Reading, type UpstreamNeeds } from './ask';
import { rawObjectAt } from './raw-value';

export interface AlipaySide {
  readonly config: AlipayConfig;
  readonly keys: AlipayKeys;
  readonly needs: UpstreamNeeds;
}

export interface AlipayCall<S extends z.ZodMiniType> {
  readonly method: string;
  /** Parameters of the body, e.g. biz_content. */
  readonly body?: Readonly<Record<string, string>>;
  readonly authToken?: string;
  readonly answer: S;
  /** What the sub_codes that concern this person mean; all others are UPSTREAM_BUSY. */
  readonly refusals?: Readonly<Record<string, RefusalCode>>;
  /** What every other decision of the business side against the call means (code 40004), where asking again would not mend it. */
  readonly declined?: RefusalCode;
  /** A mere question, which may be asked again. */
  readonly isQuery?: true;
}

const beijingTime = (at: Date) => later(at, 8 * HOUR).toISOString().slice(0, 19).replace('T', ' ');

const publicParameters = ({ config, needs }: AlipaySide, method: string) => ({
  app_id: config.appId,
  method,
  format: 'JSON',
  charset: 'utf-8',
  sign_type: 'RSA2',
  timestamp: beijingTime(needs.now()),
  version: '1.0',
});

/** The gateway's address with `query` and the signature over query and body together. */
function signedUrl(side: AlipaySide, query: Record<string, string>, body: Readonly<Record<string, string>> = {}): string {
  const sign = rsa2(stringToSign({ ...query, ...body }), side.keys.own);
  return `${side.config.gateway}?${new URLSearchParams({ ...query, sign }).toString()}`;
}

/** An address that the phone opens itself; nothing is sent from here. */
export const signedPage = (side: AlipaySide, method: string, bizContent: unknown) =>
  signedUrl(side, { ...publicParameters(side, method), biz_content: JSON.stringify(bizContent) });

const Signature = z.object({ sign: z.string() });
const Failure = z.object({ code: z.optional(z.string()), sub_code: z.optional(z.string()) });

interface Reply {
  /** The signed object, as text; undefined when the call was refused. */
  readonly signed?: string;
  readonly subCode: string;
  readonly isBusiness: boolean;
}

/** oauth.token answers without a code when all is well, all others with 10000. */
function readReply(side: AlipaySide, method: string, text: string): Reading<Reply> {
  const { sign } = parsed(Signature, text);
  const signed = rawObjectAt(text, `${method.replaceAll('.', '_')}_response`) ?? rawObjectAt(text, 'error_response');
  if (signed === undefined || !isSignedBy(side.keys.alipay, signed, sign)) throw new Error('signature not valid');
  const { code = '10000', sub_code = '' } = parsed(Failure, signed);
  const declined = code !== '10000';
  const isBusiness = code === '40004';
  return { value: declined ? { subCode: sub_code, isBusiness } : { signed, subCode: '', isBusiness }, code: `code ${code} ${sub_code}`.trim(), declined };
}

/** Calls a method of the gateway; only an answer that Alipay has signed is believed. */
export async function callAlipay<S extends z.ZodMiniType>(side: AlipaySide, call: AlipayCall<S>): Promise<z.infer<S>> {
  const query = { ...publicParameters(side, call.method), ...(call.authToken && { auth_token: call.authToken }) };
  const question = {
    upstream: 'alipay',
    call: call.method,
    url: signedUrl(side, query, call.body),
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded;charset=utf-8' },
    body: new URLSearchParams(call.body).toString(),
  } as const;
  const read = (text: string) => {
    const { value, ...rest } = readReply(side, call.method, text);
    return { value: { ...value, answer: value.signed === undefined ? undefined : parsed(call.answer, value.signed) }, ...rest };
  };
  const once = () => ask(side.needs, question, read);
  const { subCode, isBusiness, answer } = await (call.isQuery ? askAgain(side.needs, 'alipay', once) : once());
  if (answer === undefined) throw new Refusal(call.refusals?.[subCode] ?? (isBusiness ? call.declined : undefined) ?? 'UPSTREAM_BUSY');
  return answer;
}
