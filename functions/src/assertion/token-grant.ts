import { type Clock, later, Refusal, type RefusalCode, SECOND } from '@yibao/shared';
import type { Log } from '../aws/logger';
import { type Asserted, AssertionRefused, readAssertion } from './assertion';
import type { RefusedAssertions } from './refused-store';
import type { Grant, Signer } from './signer';

/** The register of those who sign in by a key, and of the tokens that they got. */
export interface Register {
  find(id: string): Promise<Signer | undefined>;
  /** Keeps a token and marks the assertion as used, both or neither; false where it was used before. */
  grant(grant: Grant, by: { secret: string; asserted: Asserted }): Promise<boolean>;
}

export interface GrantNeeds {
  readonly register: Register;
  /** The address of the token endpoint, for which assertions must be meant. */
  readonly audience: string;
  readonly lastsMs: number;
  /** What is answered, whatever is wrong. */
  readonly refusal: RefusalCode;
  /** 256 random bits. */
  readonly newToken: () => string;
  readonly refused: Pick<RefusedAssertions, 'note'>;
  readonly log: Log;
  readonly now: Clock;
}

export interface Granted {
  readonly id: string;
  readonly token: { readonly access_token: string; readonly token_type: 'Bearer'; readonly expires_in: number };
}

async function granted(asserted: Asserted, { register, newToken, now, lastsMs }: GrantNeeds): Promise<Granted> {
  const { id, kid } = asserted;
  const secret = newToken();
  const expiresAt = later(now(), lastsMs).toISOString();
  if (!(await register.grant({ kid, expiresAt }, { secret, asserted }))) throw new AssertionRefused('replayed', id);
  return { id, token: { access_token: `${id}.${secret}`, token_type: 'Bearer', expires_in: lastsMs / SECOND } };
}

/**
 * A token for a client assertion. Whatever is wrong with it, the answer is one and the same. The log says what it was, and of nobody; the bureau reads
 * in whose name it was tried (`npm run institutions -- refused`, `npm run operators -- refused`).
 */
export async function grantToken({ assertion, requestId }: { assertion: string; requestId: string }, needs: GrantNeeds): Promise<Granted> {
  try {
    return await granted(await readAssertion(assertion, { audience: needs.audience, find: (id) => needs.register.find(id), now: needs.now() }), needs);
  } catch (error) {
    if (!(error instanceof AssertionRefused)) throw error;
    needs.log({ level: 'warn', event: 'assertion refused', code: error.reason, requestId });
    await needs.refused.note(error.reason, error.signer);
    throw new Refusal(needs.refusal);
  }
}
