import { createHash, createHmac } from 'node:crypto';
import type { Clock } from '@yibao/shared';
import { fieldsOf, json, type Asked, type Handler, type Reply } from '../wire/asked';
import { fits, NOTICE_TEMPLATES, type Deliver, type Limit, type Order as Text, type SmsAccount } from './account';

type Account = SmsAccount['tencent'];

const header = ({ headers }: Asked, name: string) => (typeof headers[name] === 'string' ? headers[name] : '');

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const AUTHORIZATION = /^TC3-HMAC-SHA256 Credential=([^/]+)\/([\d-]{10})\/sms\/tc3_request, SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]{64})$/;

/** The signature that this request should carry, over whichever headers it says that it signs. */
function expected(asked: Asked, key: string, [date, names]: readonly [string, string]): string {
  const lines = names.split(';').map((name) => `${name}:${header(asked, name).toLowerCase()}\n`).join('');
  const request = `POST\n/\n\n${lines}\n${names}\n${sha256(asked.body)}`;
  const text = `TC3-HMAC-SHA256\n${header(asked, 'x-tc-timestamp')}\n${date}/sms/tc3_request\n${sha256(request)}`;
  return hmac(hmac(hmac(hmac(`TC3${key}`, date), 'sms'), 'tc3_request'), text).toString('hex');
}

interface Claim {
  readonly id: string;
  readonly date: string;
  readonly names: string;
  readonly signature: string;
}

function claimIn(asked: Asked): Claim | undefined {
  const parts = AUTHORIZATION.exec(header(asked, 'authorization'));
  return parts ? { id: parts[1]!, date: parts[2]!, names: parts[3]!, signature: parts[4]! } : undefined;
}

/** Five minutes either way, and on the day that the signature names. */
function isInTime(asked: Asked, date: string, now: Date): boolean {
  const seconds = Number(header(asked, 'x-tc-timestamp'));
  return Math.abs(now.getTime() / 1000 - seconds) <= 300 && new Date(seconds * 1000).toISOString().startsWith(date);
}

function unauthorised(asked: Asked, { secretId, secretKey }: Account, now: Date): string | undefined {
  const claim = claimIn(asked);
  if (!claim) return 'AuthFailure.InvalidAuthorization';
  if (claim.id !== secretId) return 'AuthFailure.SecretIdNotFound';
  if (!isInTime(asked, claim.date, now)) return 'AuthFailure.SignatureExpire';
  const isWhole = ['content-type', 'host'].every((name) => claim.names.split(';').includes(name));
  return isWhole && claim.signature === expected(asked, secretKey, [claim.date, claim.names]) ? undefined : 'AuthFailure.SignatureFailure';
}

const LIMITS: Readonly<Record<Limit, string>> = { 'too soon': 'LimitExceeded.PhoneNumberThirtySecondLimit', today: 'LimitExceeded.PhoneNumberDailyLimit' };

interface Order {
  readonly phone: string;
  readonly parameters: readonly unknown[];
}

function orderIn(fields: Record<string, unknown>): Order {
  const [phones, parameters] = [fields['PhoneNumberSet'], fields['TemplateParamSet']];
  return { phone: Array.isArray(phones) && phones.length === 1 ? String(phones[0]) : '', parameters: Array.isArray(parameters) ? (parameters as unknown[]) : [] };
}

const kindOf = ({ TemplateId }: Record<string, unknown>, account: Account): Text['kind'] | undefined =>
  TemplateId === account.templateId ? 'code' : TemplateId === NOTICE_TEMPLATES.tencent ? 'notice' : undefined;

function wrongIn(fields: Record<string, unknown>, { phone, parameters }: Order, account: Account): string | undefined {
  if (fields['SmsSdkAppId'] !== account.sdkAppId) return 'UnauthorizedOperation.SmsSdkAppIdVerifyFail';
  if (fields['SignName'] !== account.signName) return 'FailedOperation.SignatureIncorrectOrUnapproved';
  const kind = kindOf(fields, account);
  if (!kind) return 'FailedOperation.TemplateIncorrectOrUnapproved';
  if (!/^\+861[3-9]\d{9}$/.test(phone)) return 'InvalidParameterValue.IncorrectPhoneNumber';
  return parameters.length === 2 && fits(kind, parameters) ? undefined : 'FailedOperation.TemplateParamSetNotMatchApprovedTemplate';
}

/** SendSms 2021-01-11 of Tencent Cloud. */
export function tencent(account: Account, { now, newId, deliver }: { now: Clock; newId: () => string; deliver: Deliver }): Handler {
  const failed = (Code: string): Reply => json({ Response: { Error: { Code, Message: Code }, RequestId: newId() } });
  return (asked) => {
    const stopped = unauthorised(asked, account, now());
    if (stopped) return failed(stopped);
    if (header(asked, 'x-tc-action') !== 'SendSms' || header(asked, 'x-tc-version') !== '2021-01-11') return failed('InvalidAction');
    if (header(asked, 'x-tc-region') === '') return failed('MissingParameter');
    const fields = fieldsOf(asked.body);
    const order = orderIn(fields);
    const wrong = wrongIn(fields, order, account);
    const limit = wrong ? undefined : deliver(order.phone.slice(3), { signName: account.signName, kind: kindOf(fields, account)!, values: order.parameters as [string, string] });
    const Code = wrong ?? (limit ? LIMITS[limit] : 'Ok');
    return json({ Response: { SendStatusSet: [{ SerialNo: newId(), PhoneNumber: order.phone, Fee: 1, SessionContext: '', Code, Message: Code, IsoCode: 'CN' }], RequestId: newId() } });
  };
}
