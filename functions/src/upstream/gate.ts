import * as z from 'zod/mini';
import { textOf } from './body';
import { SecureUrl } from './secure-url';

/** Where in the private network the bureau's platform answers. */
export const GateAddress = SecureUrl;

/** What may pass, and nothing else: a message in the national envelope, closed and signed before it comes here, for a transaction that the service makes. */
const Passing = z.strictObject({ transaction: z.enum(['1101']), envelope: z.string().check(z.maxLength(100_000)) });
export type Passing = z.infer<typeof Passing>;

export interface Passed {
  readonly status: number;
  readonly text: string;
}

/** Less than who asks is patient for. */
const PATIENCE_MS = 7000;

/**
 * The one way into the bureau's private network, outwards only. It has no keys: whatever passes is sealed for the platform, and the answer
 * for the service. Rejects for anything but such a message, and where the platform is silent.
 */
export const gateTo = (address: string, fetching: typeof fetch) => async (asked: unknown): Promise<Passed> => {
  const { transaction, envelope } = Passing.parse(asked);
  const answer = await fetching(`${address.replace(/\/$/, '')}/${transaction}`, {
    method: 'POST',
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE_MS),
    headers: { 'content-type': 'application/json' },
    body: envelope,
  });
  return { status: answer.status, text: await textOf(answer) };
};
