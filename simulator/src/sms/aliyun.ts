import { createHash, createHmac } from 'node:crypto';
import { MINUTE, type Clock } from '@yibao/shared';
import { fieldsOf, json, textIn, type Asked, type Handler, type Reply } from '../wire/asked';
import { fits, NOTICE_TEMPLATES, type Deliver, type Limit, type Order, type SmsAccount } from './account';

type Account = SmsAccount['aliyun'];

const TOLERANCE_MS = 15 * MINUTE;

const NEEDED = ['host', 'x-acs-action', 'x-acs-content-sha256', 'x-acs-date', 'x-acs-signature-nonce', 'x-acs-version'];

const header = ({ headers }: Asked, name: string) => (typeof headers[name] === 'string' ? headers[name] : '');

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const escaped = (text: string) => encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

const AUTHORIZATION = /^ACS3-HMAC-SHA256 Credential=([^,]+),SignedHeaders=([a-z0-9;-]+),Signature=([0-9a-f]{64})$/;

function expected(asked: Asked, key: string, names: string): string {
  const query = Object.entries(asked.query).map(([name, value]) => `${escaped(name)}=${escaped(value)}`).sort().join('&');
  const lines = names.split(';').map((name) => `${name}:${header(asked, name).trim()}\n`).join('');
  const request = `POST\n/\n${query}\n${lines}\n${names}\n${header(asked, 'x-acs-content-sha256')}`;
  return createHmac('sha256', key).update(`ACS3-HMAC-SHA256\n${sha256(request)}`).digest('hex');
}

function unsigned(asked: Asked, { accessKeyId, accessKeySecret }: Account): string | undefined {
  const parts = AUTHORIZATION.exec(header(asked, 'authorization'));
  if (!parts) return 'IncompleteSignature';
  const [id, names, signature] = [parts[1]!, parts[2]!, parts[3]!];
  if (id !== accessKeyId) return 'InvalidAccessKeyId.NotFound';
  const isWhole = NEEDED.every((name) => names.split(';').includes(name)) && header(asked, 'x-acs-content-sha256') === sha256(asked.body);
  return isWhole && signature === expected(asked, accessKeySecret, names) ? undefined : 'SignatureDoesNotMatch';
}

const LIMITS: Readonly<Record<Limit, string>> = { 'too soon': '触发分钟级流控Permits:1', today: '触发天级流控Permits:10' };

const kindOf = ({ TemplateCode }: Asked['query'], account: Account): Order['kind'] | undefined =>
  TemplateCode === account.templateCode ? 'code' : TemplateCode === NOTICE_TEMPLATES.aliyun ? 'notice' : undefined;

const valuesIn = (kind: Order['kind'], parameters: Record<string, unknown>): [string, string] =>
  kind === 'code' ? [textIn(parameters, 'code'), textIn(parameters, 'minutes')] : [textIn(parameters, 'at'), textIn(parameters, 'what')];

function wrongIn({ query }: Asked, parameters: Record<string, unknown>, account: Account): string | undefined {
  if (query['SignName'] !== account.signName) return 'isv.SMS_SIGNATURE_ILLEGAL';
  const kind = kindOf(query, account);
  if (!kind) return 'isv.SMS_TEMPLATE_ILLEGAL';
  if (!/^1[3-9]\d{9}$/.test(query['PhoneNumbers'] ?? '')) return 'isv.MOBILE_NUMBER_ILLEGAL';
  return fits(kind, valuesIn(kind, parameters)) ? undefined : 'isv.TEMPLATE_MISSING_PARAMETERS';
}

/** SendSms 2017-05-25 of Alibaba Cloud. */
export function aliyun(account: Account, { now, newId, deliver }: { now: Clock; newId: () => string; deliver: Deliver }): Handler {
  const seen = new Set<string>();
  const answer = (Code: string, Message = Code, status = 200): Reply => json({ Code, Message, RequestId: newId(), ...(Code === 'OK' && { BizId: newId() }) }, status);
  const stopped = (asked: Asked) => {
    const nonce = header(asked, 'x-acs-signature-nonce');
    if (!(Math.abs(now().getTime() - Date.parse(header(asked, 'x-acs-date'))) <= TOLERANCE_MS)) return 'InvalidTimeStamp.Expired';
    if (seen.has(nonce)) return 'SignatureNonceUsed';
    seen.add(nonce);
    return header(asked, 'x-acs-action') === 'SendSms' && header(asked, 'x-acs-version') === '2017-05-25' ? undefined : 'InvalidAction.NotFound';
  };
  return (asked) => {
    const refused = unsigned(asked, account) ?? stopped(asked);
    if (refused) return answer(refused, refused, 400);
    const parameters = fieldsOf(asked.query['TemplateParam'] ?? '');
    const wrong = wrongIn(asked, parameters, account);
    if (wrong) return answer(wrong);
    const kind = kindOf(asked.query, account)!;
    const limit = deliver(asked.query['PhoneNumbers']!, { signName: account.signName, kind, values: valuesIn(kind, parameters) });
    return limit ? answer('isv.BUSINESS_LIMIT_CONTROL', LIMITS[limit]) : answer('OK');
  };
}
