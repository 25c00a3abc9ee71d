import type { Clock, listCases as list, Output, readCase as read } from '@yibao/shared';
import type { Call } from '../http/call';
import { caseOf } from './case-of';
import { type HolderNeeds, holderState } from './holder-state';
import { viewOf } from './hotline';
import type { Cases } from './store';

export interface Needs extends HolderNeeds {
  readonly cases: Pick<Cases, 'find' | 'waiting'>;
  readonly now: Clock;
}

export async function listCases(_call: Call<typeof list>, { cases, now }: Needs): Promise<Output<typeof list>> {
  const views = (await cases.waiting()).map((known) => viewOf(known, now()));
  return { cases: views.filter(({ state }) => state === 'open') };
}

/** The second operator sees what the first one saw, without asking for the ID number again. */
export async function readCase({ input }: Call<typeof read>, needs: Needs): Promise<Output<typeof read>> {
  const { known } = await caseOf(input.caseNumber, needs);
  const holder = await holderState(known.voucherId, needs);
  return { case: viewOf(known, needs.now()), ...(holder ? { holder } : {}) };
}
