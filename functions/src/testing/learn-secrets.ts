import type { SecretKind, Secrets } from './secret-kinds';

/** Fields of requests and answers that hold a secret. A one-time code of a platform is none: it is spent by the request itself. */
const FIELDS: Readonly<Record<string, SecretKind>> = {
  idNumber: 'idNumber',
  idNo: 'idNumber',
  userName: 'name',
  pin: 'pin',
  token: 'token',
  access_token: 'token',
  client_assertion: 'token',
  ecToken: 'token',
  ecQrCode: 'code',
  seed: 'seed',
};

const PREFIXES: Readonly<Record<string, string>> = { weapp: 'wx', alipay: 'ali' };

/** Too short to be told from any other text, or masked. */
const isSecret = (value: unknown): value is string => typeof value === 'string' && value.length > 1 && !value.includes('*');

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

function learnFields(value: unknown, secrets: Secrets): void {
  if (!isObject(value)) return;
  for (const [field, part] of Object.entries(value)) {
    const kind = Object.hasOwn(FIELDS, field) ? FIELDS[field] : undefined;
    if (kind && isSecret(part)) secrets[kind].add(part);
    else learnFields(part, secrets);
  }
}

export interface Exchange {
  readonly path: string;
  readonly asked: unknown;
  readonly token: string | undefined;
  readonly answered: unknown;
}

type Asked = Readonly<Record<string, unknown>>;

/** Fields that hold a secret in one request only: its kind and the secret, the openId being what the scripted platforms make of a code. */
const BY_PATH: Readonly<Record<string, (asked: Asked) => readonly [SecretKind, unknown]>> = {
  '/session': ({ channel, code }) => ['openId', isSecret(code) ? `${PREFIXES[String(channel)] ?? 'x'}-${code}` : undefined],
  '/activation/phone/code': ({ code }) => ['smsCode', code],
  '/phone/new/code': ({ code }) => ['smsCode', code],
  '/phone/new': ({ phone }) => ['phone', phone],
  '/activation/identity': ({ name }) => ['name', name],
};

function learnByPath({ path, asked }: Exchange, secrets: Secrets): void {
  const [kind, secret] = (isObject(asked) && BY_PATH[path]?.(asked)) || [];
  if (kind && isSecret(secret)) secrets[kind].add(secret);
}

/** What one exchange shows to be secret. */
export function learn(exchange: Exchange, secrets: Secrets): void {
  learnFields(exchange.asked, secrets);
  learnFields(exchange.answered, secrets);
  learnByPath(exchange, secrets);
  if (isSecret(exchange.token)) secrets.token.add(exchange.token);
}
