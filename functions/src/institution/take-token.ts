import { MINUTE, type Output, type takeToken as endpoint } from '@yibao/shared';
import { type GrantNeeds, grantToken } from '../assertion/token-grant';
import type { Call } from '../http/call';
import type { Institutions } from './store';

export interface Needs extends Pick<GrantNeeds, 'newToken' | 'refused' | 'log' | 'now'> {
  readonly institutions: Pick<Institutions, 'find' | 'grant'>;
  /** The address of the token endpoint, for which assertions must be meant. */
  readonly tokenEndpoint: string;
}

const LASTS_MS = 15 * MINUTE;

export async function takeToken({ input, requestId }: Call<typeof endpoint>, needs: Needs): Promise<Output<typeof endpoint>> {
  const granting = { ...needs, register: needs.institutions, audience: needs.tokenEndpoint, lastsMs: LASTS_MS, refusal: 'INSTITUTION_UNKNOWN' as const };
  return (await grantToken({ assertion: input.client_assertion, requestId }, granting)).token;
}
