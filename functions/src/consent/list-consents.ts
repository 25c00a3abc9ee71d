import type { listConsents as endpoint, Output } from '@yibao/shared';
import type { Call } from '../http/call';
import { viewOf } from './consent';
import type { Consents } from './store';

export async function listConsents({ caller }: Call<typeof endpoint>, { consents }: { consents: Pick<Consents, 'of'> }): Promise<Output<typeof endpoint>> {
  return { consents: viewOf(await consents.of(caller.account)) };
}
