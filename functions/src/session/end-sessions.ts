import type { endSessions as endpoint, Output } from '@yibao/shared';
import type { Call } from '../http/call';
import { endOthers, type OwnNeeds, type Seeds, viewsFor } from './own-sessions';

export interface Needs extends OwnNeeds {
  readonly seeds: Seeds;
}

/**
 * Only sessions of this holder are found; of any other name nothing happens and nothing is said. A device that is signed out from elsewhere
 * shows no code any more, also without network, until the PIN is given on it.
 */
export async function endSessions({ caller, input }: Call<typeof endpoint>, needs: Needs): Promise<Output<typeof endpoint>> {
  await endOthers(caller, needs, input.session);
  return { sessions: await viewsFor(caller, needs) };
}
