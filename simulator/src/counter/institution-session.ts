import { MINUTE, SECOND, takeToken } from '@yibao/shared';
import type { InstitutionKey } from '../stack/seed';
import { assertionBody, assertionFor } from '../wire/client-assertion';

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

async function signIn({ api, institution, now }: Settings) {
  const endpoint = `${api}${takeToken.path}`;
  const body = assertionBody(assertionFor(endpoint, { id: institution.orgId, key: institution.key }, now()));
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
