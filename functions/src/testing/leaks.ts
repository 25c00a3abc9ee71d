import { contract, type Endpoint } from '@yibao/shared';
import type { Outlet, Recording, Trace } from './recording';
import type { SecretKind } from './secret-kinds';
import { searchFor } from './secret-search';

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

/** The only answers that may hold a secret, and in which field; `#` stands for a place in a list. */
const ALLOWED: readonly Allowed[] = [
  { endpoint: contract.session.signIn, fields: { token: 'token' } },
  { endpoint: contract.institution.takeToken, fields: { access_token: 'token' } },
  { endpoint: contract.operator.takeOperatorToken, fields: { access_token: 'token' } },
  { endpoint: contract.feedback.readTicket, fields: { 'contact.value': 'phone' } },
  { endpoint: contract.voucher.provisionSeed, fields: { seed: 'seed' } },
  { endpoint: contract.voucher.ecQuery, fields: decoded },
  { endpoint: contract.voucher.ecQuery1162, fields: decoded },
  { endpoint: contract.account.exportData, fields: { 'voucher.name': 'name', 'voucher.idNumber': 'idNumber', 'phones.#.phone': 'phone', 'tickets.#.contact.value': 'phone' } },
];

/** A phone keeps its session and the seed of its codes: with them it shows codes without network (docs/adr/0005). */
const ON_A_PHONE: readonly SecretKind[] = ['token', 'seed'];

const isAllowedAnswer = ({ kind, outlet, where, field }: Leak) => outlet === 'answer' && ALLOWED.some(({ endpoint: { method, path }, fields }) => where === `${method} ${path}` && fields[field.replace(/\.\d+(?=\.)/g, '.#')] === kind);

const isAllowed = (leak: Leak) => (leak.outlet === 'storage' ? ON_A_PHONE.includes(leak.kind) : isAllowedAnswer(leak));

/** Every text in a value with the path to it; names of fields are texts too. */
function textsIn(value: unknown, field = ''): (readonly [field: string, text: string])[] {
  if (typeof value !== 'object' || value === null) return [[field, String(value)]];
  return Object.entries(value).flatMap(([name, part]) => [[field, name] as const, ...textsIn(part, field ? `${field}.${name}` : name)]);
}

/** Every secret that came out where it is not allowed. */
export function leaksIn(recording: Recording): readonly Leak[] {
  const kindsIn = searchFor(recording.secrets);
  const leaksOf = ({ outlet, where, content }: Trace): Leak[] => textsIn(content).flatMap(([field, text]) => kindsIn(text).map((kind) => ({ kind, outlet, where, field })));
  return recording.traces().flatMap((trace) => leaksOf(trace).filter((leak) => !isAllowed(leak)));
}
