import { randomUUID, sign } from 'node:crypto';
import { CLIENT_ASSERTION_TYPE, SECOND } from '@yibao/shared';

/** A key pair as a JWK of curve P-256. */
export interface SigningKey {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
  readonly d: string;
  readonly kid: string;
}

/** Who signs in, and the own key. */
export interface SigningIn {
  readonly id: string;
  readonly key: SigningKey;
}

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A client assertion (RFC 7523), as an institution's system or an operator's client makes it. */
export function assertionFor(audience: string, { id, key }: SigningIn, now: Date): string {
  const iat = Math.floor(now.getTime() / SECOND);
  const header = { alg: 'ES256', typ: 'client-authentication+jwt', kid: key.kid };
  const claims = { iss: id, sub: id, aud: audience, iat, exp: iat + 60, jti: randomUUID() };
  const text = `${encoded(header)}.${encoded(claims)}`;
  const signature = sign('sha256', Buffer.from(text), { key: { ...key }, format: 'jwk', dsaEncoding: 'ieee-p1363' });
  return `${text}.${signature.toString('base64url')}`;
}

/** What is sent to a token endpoint. */
export const assertionBody = (assertion: string) => ({ grant_type: 'client_credentials' as const, client_assertion_type: CLIENT_ASSERTION_TYPE, client_assertion: assertion });
