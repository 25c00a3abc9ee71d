import { type Clock, later, MINUTE } from '@yibao/shared';
import type { Activations } from './store';
import { known } from './take-step';

interface Needs {
  readonly activations: Activations;
  readonly now: Clock;
}

/** How long identity and face, proven on the way to a voucher, confirm what else the person asks for meanwhile. */
const PROOF_MS = 15 * MINUTE;

/** Who an account has just proven to be, for the room of accounts. */
export const provenPersons = (needs: Needs) => ({
  /** The ID number of an activation under way whose identity and face were found right minutes ago. */
  async idNumberOf(account: string): Promise<string | undefined> {
    const { progress } = await known(account, needs);
    if (!progress || progress.step === 'done' || progress.verifiedAt === undefined) return undefined;
    return later(new Date(progress.verifiedAt), PROOF_MS) > needs.now() ? progress.idNumber : undefined;
  },
});
