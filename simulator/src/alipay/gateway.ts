import type { Retell } from '../faults/retell';
import type { Asked, Handler, Reply } from '../wire/asked';
import { fieldsOf } from '../wire/asked';
import { isSignedByApp, signedByAlipay, type AlipayAccount } from './alipay-crypto';

export type Parameters = Readonly<Record<string, string>>;

/** What a method answers; `general` failures come under error_response. */
export type Node = Readonly<Record<string, unknown>> & { readonly general?: true };

export type Method = (parameters: Parameters, bizContent: Record<string, unknown>) => Node;

const CODES = { 40001: 'Missing Required Arguments', 40002: 'Invalid Arguments', 40004: 'Business Failed', 20001: 'Insufficient Token Permissions', 40006: 'Insufficient Permissions' } as const;

export const failure = (code: keyof typeof CODES, subCode: string, subMsg: string): Node => ({ code: String(code), msg: CODES[code], sub_code: subCode, sub_msg: subMsg });

export const success = (fields: object): Node => ({ code: '10000', msg: 'Success', ...fields });

export const parametersOf = (asked: Asked): Parameters => ({ ...asked.query, ...Object.fromEntries(new URLSearchParams(asked.body)) });

function wrongIn(account: AlipayAccount, parameters: Parameters): Node | undefined {
  if (parameters['app_id'] !== account.appId) return failure(40002, 'isv.invalid-app-id', '无效的AppID参数');
  if (parameters['sign_type'] !== 'RSA2' || parameters['charset'] !== 'utf-8') return failure(40002, 'isv.invalid-signature-type', '无效的签名类型');
  if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(parameters['timestamp'] ?? '')) return failure(40002, 'isv.invalid-timestamp', '非法的时间戳参数');
  return isSignedByApp(account, parameters) ? undefined : failure(40002, 'isv.invalid-signature', '验签出错');
}

function signedBody(account: AlipayAccount, name: string, fields: object): string {
  const text = JSON.stringify(fields);
  return `{"${name}":${text},"sign":"${signedByAlipay(account, text)}"}`;
}

function reply(account: AlipayAccount, method: string, { general, ...fields }: Node): Reply {
  const name = general ? 'error_response' : `${method.replaceAll('.', '_')}_response`;
  return { status: 200, type: 'application/json;charset=utf-8', body: signedBody(account, name, fields) };
}

/** An answer of the gateway with another content. */
export const retoldByGateway = (account: AlipayAccount): Retell => (body, change) => {
  const [name, fields] = Object.entries(fieldsOf(body)).find(([key]) => key.endsWith('_response'))!;
  return signedBody(account, name, change(fields as Node));
};

/** gateway.do: verifies the app's signature, calls the method, signs the answer. */
export function gateway(account: AlipayAccount, methods: Readonly<Record<string, Method>>): Handler {
  return (asked) => {
    const parameters = parametersOf(asked);
    const method = parameters['method'] ?? '';
    const wrong = wrongIn(account, parameters);
    if (wrong) return reply(account, method, wrong);
    const answer = methods[method]?.(parameters, fieldsOf(parameters['biz_content'] ?? ''));
    return reply(account, method, answer ?? { ...failure(40002, 'isv.invalid-method', '不存在的方法名'), general: true });
  };
}
