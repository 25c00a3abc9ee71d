import type { Endpoint, Output } from '@yibao/shared';
import type { Call } from './call';

export interface Route<Needs> {
  readonly endpoint: Endpoint;
  readonly handle: (call: Call, needs: Needs) => Promise<unknown>;
}

/** Ties a promise of the contract to the use case that keeps it; the compiler checks input, output, caller and needs. */
export const route = <E extends Endpoint, Needs>(endpoint: E, handle: (call: Call<E>, needs: Needs) => Promise<Output<E>>): Route<Needs> => ({
  endpoint,
  handle: handle as Route<Needs>['handle'],
});
