import { type Clock, later, MINUTE, type Output, Refusal, SECOND, type takeToken as endpoint } from '@yibao/shared';
import type { Log } from '../aws/logger';
import type { Call } from '../http/call';
import { type Asserted, AssertionRefused, readAssertion } from './assertion';
import type { Institutions } from './store';

export interface Needs {
  readonly institutions: Pick<Institutions, 'find' | 'grant'>;
  /** The address of the token endpoint, for which assertions must be meant. */
  readonly tokenEndpoint: string;
  /** 256 random bits. */
  readonly newToken: () => string;
  readonly log: Log;
  readonly now: Clock;
}

const LASTS_MS = 15 * MINUTE;

async function granted(asserted: Asserted, needs: Needs): Promise<string> {
  const { orgId, kid } = asserted;
  const secret = needs.newToken();
  const expiresAt = later(needs.now(), LASTS_MS).toISOString();
  if (!(await needs.institutions.grant({ orgId, kid, expiresAt }, { secret, asserted }))) throw new AssertionRefused('replayed');
  return `${orgId}.${secret}`;
}

/** Whatever is wrong with an assertion, the answer is one and the same; the log says what it was, and of nobody. */
export async function takeToken({ input, requestId }: Call<typeof endpoint>, needs: Needs): Promise<Output<typeof endpoint>> {
  try {
    const asserted = await readAssertion(input.client_assertion, { audience: needs.tokenEndpoint, find: needs.institutions.find, now: needs.now() });
    return { access_token: await granted(asserted, needs), token_type: 'Bearer', expires_in: LASTS_MS / SECOND };
  } catch (error) {
    if (!(error instanceof AssertionRefused)) throw error;
    needs.log({ level: 'warn', event: 'assertion refused', code: error.reason, requestId });
    throw new Refusal('INSTITUTION_UNKNOWN');
  }
}
