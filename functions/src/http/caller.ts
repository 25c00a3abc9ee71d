import { type CallerKind, Refusal } from '@yibao/shared';
import type { Anyone, Citizen, Institution } from './call';

/** Who can be recognised at the door. A room names only the doors that its endpoints have. */
export interface Doors {
  readonly citizens?: { read(token: string): Promise<Citizen | undefined> };
  readonly institutions?: { read(orgId: string, secret: string): Promise<Institution | undefined> };
}

const bearer = (authorization: string | undefined) => /^Bearer ([A-Za-z0-9._~+/=-]{1,512})$/.exec(authorization ?? '')?.[1];

async function citizenWith(token: string | undefined, doors: Doors): Promise<Citizen> {
  const citizen = token === undefined ? undefined : await doors.citizens?.read(token);
  if (!citizen) throw new Refusal('SESSION_REQUIRED');
  return citizen;
}

async function institutionWith(key: string | undefined, doors: Doors): Promise<Institution> {
  const [, orgId, secret] = /^([A-Za-z0-9]{1,40})\.(.+)$/.exec(key ?? '') ?? [];
  const institution = orgId === undefined || secret === undefined ? undefined : await doors.institutions?.read(orgId, secret);
  if (!institution) throw new Refusal('INSTITUTION_UNKNOWN');
  return institution;
}

/** Recognises the caller by the Authorization header. Throws SESSION_REQUIRED or INSTITUTION_UNKNOWN. */
export async function recognise(kind: CallerKind, authorization: string | undefined, doors: Doors): Promise<Anyone | Citizen | Institution> {
  if (kind === 'anyone') return { kind };
  return kind === 'citizen' ? citizenWith(bearer(authorization), doors) : institutionWith(bearer(authorization), doors);
}
