import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { CLIENT_ASSERTION_TYPE, SECOND } from '@yibao/shared';
import { type JWTPayload, SignJWT } from 'jose';
import type { PublicKey } from '../assertion/signer';
import type { Institution } from '../institution/institution';
import { type Desk, TOKEN_ENDPOINT } from './desk';

export interface SigningKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly registered: PublicKey;
}

export function newSigningKey(kid: string): SigningKey {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  return { kid, privateKey, registered: { kty: 'EC', crv: 'P-256', x, y, kid } };
}

export const HOSPITAL_KEY = newSigningKey('2026-11');
export const HOSPITAL: Omit<Institution, 'active'> = { orgId: 'H37010000001', name: '济南市第一人民医院', kind: 'institution', keys: [HOSPITAL_KEY.registered] };

let serial = 0;

/** What an institution says of itself at this moment. */
export const claimsAt = (at: Date, orgId = HOSPITAL.orgId): JWTPayload => {
  const iat = Math.floor(at.getTime() / SECOND);
  return { iss: orgId, sub: orgId, aud: TOKEN_ENDPOINT, iat, exp: iat + 60, jti: `assertion-${++serial}` };
};

export const signed = (claims: JWTPayload, { key = HOSPITAL_KEY, header = {} }: { key?: SigningKey; header?: object } = {}) =>
  new SignJWT(claims).setProtectedHeader({ alg: 'ES256', typ: 'client-authentication+jwt', kid: key.kid, ...header }).sign(key.privateKey);

export const askToken = (desk: Desk, assertion: string) =>
  desk.post('/institution/token', { grant_type: 'client_credentials', client_assertion_type: CLIENT_ASSERTION_TYPE, client_assertion: assertion });

const LASTS_MS = 15 * 60 * SECOND;
const tokens = new WeakMap<Desk, { readonly token: string; readonly until: number }>();

/** The hospital's token, taken anew when the one before has expired; tried again where the database fails. */
export async function hospitalToken(desk: Desk): Promise<string> {
  const known = tokens.get(desk);
  const at = desk.clock.at;
  if (known && known.until > at.getTime()) return known.token;
  for (let i = 0; i < 30; i += 1) {
    const { status, body } = await askToken(desk, await signed(claimsAt(at)));
    if (status !== 200) continue;
    const token = String(body['access_token']);
    tokens.set(desk, { token, until: at.getTime() + LASTS_MS });
    return token;
  }
  throw new Error('the hospital got no token');
}
