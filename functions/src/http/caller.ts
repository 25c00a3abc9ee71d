import { type CallerKind, Refusal } from '@yibao/shared';
import type { Caller, Citizen, Institution, Operator } from './call';

/** Who can be recognised at the door. A room names only the doors that its endpoints have. */
export interface Doors {
  readonly citizens?: { read(token: string): Promise<Citizen | undefined> };
  readonly institutions?: { read(orgId: string, secret: string): Promise<Institution | undefined> };
  readonly operators?: { read(id: string, secret: string): Promise<Operator | undefined> };
}

const bearer = (authorization: string | undefined) => /^Bearer ([A-Za-z0-9._~+/=-]{1,512})$/.exec(authorization ?? '')?.[1];

async function citizenWith(token: string | undefined, doors: Doors): Promise<Citizen> {
  const citizen = token === undefined ? undefined : await doors.citizens?.read(token);
  if (!citizen) throw new Refusal('SESSION_REQUIRED');
  return citizen;
}

/** A token of who signed in by a key names its owner: `<id>.<secret>`. */
async function ownerOf<T>(token: string | undefined, read: ((id: string, secret: string) => Promise<T | undefined>) | undefined): Promise<T | undefined> {
  const [, id, secret] = /^([A-Za-z0-9]{1,40})\.(.+)$/.exec(token ?? '') ?? [];
  return id === undefined || secret === undefined ? undefined : read?.(id, secret);
}

async function institutionWith(key: string | undefined, { institutions }: Doors): Promise<Institution> {
  const institution = await ownerOf(key, institutions && ((id, secret) => institutions.read(id, secret)));
  if (!institution) throw new Refusal('INSTITUTION_UNKNOWN');
  return institution;
}

async function operatorWith(token: string | undefined, { operators }: Doors): Promise<Operator> {
  const operator = await ownerOf(token, operators && ((id, secret) => operators.read(id, secret)));
  if (!operator) throw new Refusal('OPERATOR_REQUIRED');
  return operator;
}

/** Recognises the caller by the Authorization header. Throws SESSION_REQUIRED, INSTITUTION_UNKNOWN or OPERATOR_REQUIRED. */
export async function recognise(kind: CallerKind, authorization: string | undefined, doors: Doors): Promise<Caller> {
  if (kind === 'anyone') return { kind };
  const token = bearer(authorization);
  if (kind === 'citizen') return citizenWith(token, doors);
  return kind === 'institution' ? institutionWith(token, doors) : operatorWith(token, doors);
}
