import type { Upstream } from '../../faults/kinds';
import type { World } from '../real-clients';

/** What a person's phone gives for one call of the service to another side, then the call itself. */
export type Ready = (world: World, person: string) => Promise<() => Promise<unknown>>;

export interface Step {
  readonly upstream: Upstream;
  readonly call: string;
  readonly ready: Ready;
}
