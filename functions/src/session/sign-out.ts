import type { Output, signOut as endpoint } from '@yibao/shared';
import type { Call } from '../http/call';
import { end, type OwnNeeds } from './own-sessions';

export async function signOut({ caller }: Call<typeof endpoint>, needs: OwnNeeds): Promise<Output<typeof endpoint>> {
  await end(caller.session, needs);
  return { endedAt: needs.now().toISOString() };
}
