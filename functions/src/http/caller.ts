import { type CallerKind, DEVICE_HEADER } from '@yibao/shared';
import type { Arrival } from './arrival';
import type { Caller, Citizen, Institution, Operator } from './call';
import { isFault, NotRecognised, type TokenFault } from '../token-fault';

/** Who can be recognised at the door, or why not. A room names only the doors that its endpoints have. */
export interface Doors {
  /** A session serves on the device that it was begun on, and on no other. */
  readonly citizens?: { read(token: string, device: string | undefined): Promise<Citizen | TokenFault> };
  readonly institutions?: { read(orgId: string, secret: string): Promise<Institution | TokenFault> };
  readonly operators?: { read(id: string, secret: string): Promise<Operator | TokenFault> };
}

type Headers = Arrival['headers'];
type Recognising<T> = Promise<T | TokenFault>;

const LONGEST = 512;
/** 256 bits in base64url. */
const SECRET = '[A-Za-z0-9_-]{43}';
const SESSION_TOKEN = new RegExp(`^${SECRET}$`);
/** A token of who signed in by a key names its owner. */
const OWNED_TOKEN = new RegExp(`^([A-Za-z0-9]{1,40})\\.(${SECRET})$`);

/** What is after `Bearer`, as it was sent. */
function bearer(authorization = ''): { readonly token: string } | TokenFault {
  if (!/^Bearer /.test(authorization)) return 'no token';
  return authorization.length > LONGEST ? 'oversized' : { token: authorization.slice('Bearer '.length) };
}

async function citizenWith(token: string, headers: Headers, { citizens }: Doors): Recognising<Citizen> {
  if (!SESSION_TOKEN.test(token)) return 'malformed';
  return citizens ? citizens.read(token, headers[DEVICE_HEADER]) : 'unknown';
}

async function ownerOf<T>(token: string, read: ((id: string, secret: string) => Recognising<T>) | undefined): Recognising<T> {
  const [, id, secret] = OWNED_TOKEN.exec(token) ?? [];
  if (id === undefined || secret === undefined) return 'malformed';
  return read ? read(id, secret) : 'unknown';
}

const READ: Readonly<Record<Exclude<CallerKind, 'anyone'>, (token: string, headers: Headers, doors: Doors) => Recognising<Caller>>> = {
  citizen: citizenWith,
  institution: (token, _headers, { institutions }) => ownerOf(token, institutions && ((id, secret) => institutions.read(id, secret))),
  operator: (token, _headers, { operators }) => ownerOf(token, operators && ((id, secret) => operators.read(id, secret))),
};

const REFUSED_AS = { citizen: 'SESSION_REQUIRED', institution: 'INSTITUTION_UNKNOWN', operator: 'OPERATOR_REQUIRED' } as const;

/** Recognises the caller by the headers. Throws NotRecognised: SESSION_REQUIRED, INSTITUTION_UNKNOWN or OPERATOR_REQUIRED. */
export async function recognise(kind: CallerKind, headers: Headers, doors: Doors): Promise<Caller> {
  if (kind === 'anyone') return { kind };
  const sent = bearer(headers['authorization']);
  const found = isFault(sent) ? sent : await READ[kind](sent.token, headers, doors);
  if (isFault(found)) throw new NotRecognised(REFUSED_AS[kind], found);
  return found;
}
