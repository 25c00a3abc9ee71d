import { randomUUID, sign } from 'node:crypto';
import { CLIENT_ASSERTION_TYPE, MINUTE, SECOND, takeToken } from '@yibao/shared';
import type { InstitutionKey } from '../stack/seed';

export interface InstitutionSession {
  /** A live token of the institution; signs in where there is none. Rejects where the service does not accept the key. */
  token(): Promise<string>;
  /** Forgets a token that the service no longer takes. */
  drop(): void;
}

interface Settings {
  /** Address of the API. */
  readonly api: string;
  readonly institution: InstitutionKey;
  readonly now: () => Date;
}

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A client assertion (RFC 7523), as an institution's own system would make it. */
export function assertionFor(audience: string, { orgId, key }: InstitutionKey, now: Date): string {
  const iat = Math.floor(now.getTime() / SECOND);
  const header = { alg: 'ES256', typ: 'client-authentication+jwt', kid: key.kid };
  const claims = { iss: orgId, sub: orgId, aud: audience, iat, exp: iat + 60, jti: randomUUID() };
  const text = `${encoded(header)}.${encoded(claims)}`;
  const signature = sign('sha256', Buffer.from(text), { key: { ...key }, format: 'jwk', dsaEncoding: 'ieee-p1363' });
  return `${text}.${signature.toString('base64url')}`;
}

async function signIn({ api, institution, now }: Settings) {
  const endpoint = `${api}${takeToken.path}`;
  const body = { grant_type: 'client_credentials', client_assertion_type: CLIENT_ASSERTION_TYPE, client_assertion: assertionFor(endpoint, institution, now()) };
  const answer = await fetch(endpoint, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body), signal: AbortSignal.timeout(15 * SECOND) });
  const { access_token, expires_in } = takeToken.output.parse(await answer.json());
  return { token: access_token, until: now().getTime() + expires_in * SECOND - MINUTE };
}

/** Keeps an institution signed in. */
export function institutionSession(settings: Settings): InstitutionSession {
  let held: { readonly token: string; readonly until: number } | undefined;
  return {
    async token() {
      if (!held || held.until <= settings.now().getTime()) held = await signIn(settings);
      return held.token;
    },
    drop: () => void (held = undefined),
  };
}
