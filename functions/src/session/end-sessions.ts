import type { endSessions as endpoint, Output } from '@yibao/shared';
import type { Call } from '../http/call';
import { endOthers, type OwnNeeds, viewsFor } from './own-sessions';

/** Only sessions of this holder are found; of any other name nothing happens and nothing is said. */
export async function endSessions({ caller, input }: Call<typeof endpoint>, needs: OwnNeeds): Promise<Output<typeof endpoint>> {
  await endOthers(caller, needs, input.session);
  return { sessions: await viewsFor(caller, needs) };
}
