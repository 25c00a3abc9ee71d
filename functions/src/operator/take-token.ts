import { MINUTE, type Output, type takeOperatorToken as endpoint } from '@yibao/shared';
import { type GrantNeeds, grantToken } from '../assertion/token-grant';
import type { Call } from '../http/call';
import type { Journal } from './journal';
import type { Operators } from './store';

export interface Needs extends Pick<GrantNeeds, 'newToken' | 'refused' | 'log' | 'now'> {
  readonly operators: Pick<Operators, 'find' | 'grant'>;
  readonly journal: Pick<Journal, 'signedIn'>;
  /** The address of the token endpoint, for which assertions must be meant. */
  readonly tokenEndpoint: string;
}

const LASTS_MS = 10 * MINUTE;

/** The journal tells of the sign-in before the token is given; of a refusal the log tells, for nobody is known then. */
export async function takeOperatorToken({ input, requestId }: Call<typeof endpoint>, needs: Needs): Promise<Output<typeof endpoint>> {
  const granting = { ...needs, register: needs.operators, audience: needs.tokenEndpoint, lastsMs: LASTS_MS, refusal: 'OPERATOR_REQUIRED' as const };
  const { id, token } = await grantToken({ assertion: input.client_assertion, requestId }, granting);
  await needs.journal.signedIn(id, requestId);
  const operator = await needs.operators.find(id);
  return { ...token, scope: (operator?.roles ?? []).join(' ') };
}
