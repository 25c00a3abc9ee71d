import { contract, type Endpoint, hasValidCheckCharacter } from '@yibao/shared';
import type { Outlet, Recording, Trace } from './recording';
import type { SecretKind } from './secret-kinds';

/** A secret where it does not belong. What it is, is not said. */
export interface Leak {
  readonly kind: SecretKind;
  readonly outlet: Outlet;
  readonly where: string;
  readonly field: string;
}

interface Allowed {
  readonly endpoint: Endpoint;
  readonly fields: Readonly<Record<string, SecretKind>>;
}

const decoded: Allowed['fields'] = { 'data.idNo': 'idNumber', 'data.userName': 'name', 'data.ecToken': 'token', 'data.ecQrCode': 'code' };

/** The only answers that may hold a secret, and in which field. */
export const ALLOWED: readonly Allowed[] = [
  { endpoint: contract.session.signIn, fields: { token: 'token' } },
  { endpoint: contract.institution.takeToken, fields: { access_token: 'token' } },
  { endpoint: contract.operator.takeOperatorToken, fields: { access_token: 'token' } },
  { endpoint: contract.feedback.readTicket, fields: { 'contact.value': 'phone' } },
  { endpoint: contract.voucher.provisionSeed, fields: { seed: 'seed' } },
  { endpoint: contract.voucher.ecQuery, fields: decoded },
  { endpoint: contract.voucher.ecQuery1162, fields: decoded },
  { endpoint: contract.account.exportData, fields: { 'voucher.name': 'name', 'voucher.idNumber': 'idNumber', 'phones.0.phone': 'phone', 'phones.1.phone': 'phone' } },
];

const isAllowed = ({ kind, outlet, where, field }: Leak) => outlet === 'answer' && ALLOWED.some(({ endpoint: { method, path }, fields }) => where === `${method} ${path}` && fields[field] === kind);

/** Every text in a value with the path to it; names of fields are texts too. */
function textsIn(value: unknown, field = ''): (readonly [field: string, text: string])[] {
  if (typeof value !== 'object' || value === null) return [[field, String(value)]];
  return Object.entries(value).flatMap(([name, part]) => [[field, name] as const, ...textsIn(part, field ? `${field}.${name}` : name)]);
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const EDGE = '[0-9A-Za-z]';
const standing = (pattern: string) => new RegExp(`(?<!${EDGE})(?:${pattern})(?!${EDGE})`, 'gi');

const ID_NUMBER = standing(String.raw`\d{17}[\dX]`);
const PHONE = standing(String.raw`1[3-9]\d{9}`);
const BY_DIGITS: readonly SecretKind[] = ['pin', 'smsCode', 'openId'];

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** Short numbers count only where they stand alone; long secrets and names wherever they are. */
const holds = (text: string, kind: SecretKind, secret: string) => (BY_DIGITS.includes(kind) ? standing(escaped(secret)).test(text) : text.toUpperCase().includes(secret.toUpperCase()));

/** Whatever looks like an ID number or a phone is one, known or not. */
function lookalikes(text: string): SecretKind[] {
  const ids = (text.match(ID_NUMBER) ?? []).filter((found) => hasValidCheckCharacter(found.toUpperCase()));
  return [...(ids.length > 0 ? ['idNumber' as const] : []), ...(PHONE.test(text) ? ['phone' as const] : [])];
}

function kindsIn(raw: string, { secrets }: Recording): readonly SecretKind[] {
  const text = unescaped(raw).normalize('NFKC');
  PHONE.lastIndex = 0;
  const known = (Object.entries(secrets) as [SecretKind, Set<string>][]).filter(([kind, all]) => [...all].some((secret) => holds(text, kind, secret)));
  return [...new Set([...known.map(([kind]) => kind), ...lookalikes(text)])];
}

const leaksOf = ({ outlet, where, content }: Trace, recording: Recording): Leak[] =>
  textsIn(content).flatMap(([field, text]) => kindsIn(text, recording).map((kind) => ({ kind, outlet, where, field })));

/** Every secret that came out where it is not allowed. */
export const leaksIn = (recording: Recording): readonly Leak[] => recording.traces().flatMap((trace) => leaksOf(trace, recording).filter((leak) => !isAllowed(leak)));
