import { type Endpoint, type Input, type Output, Refusal, type RefusalCode, REFUSALS } from '@yibao/shared';
import * as z from 'zod/mini';
import type { HttpAnswer, HttpQuestion, Request } from '../platform/request';

interface Needs {
  readonly request: Request;
  readonly session: {
    /** The token of the session, signing in first where there is none. */
    token(): Promise<string>;
    /** What this phone calls itself: a session serves on the device that it was begun on. */
    device(): Promise<string>;
    /** Called with a token that the service no longer takes. */
    drop(token: string): Promise<void>;
  };
}

export type CallService = <E extends Endpoint>(endpoint: E, input: Input<E>) => Promise<Output<E>>;

const RefusalBody = z.object({
  code: z.string(),
  details: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
  fields: z.optional(z.array(z.object({ field: z.string(), remedy: z.string() }))),
  requestId: z.optional(z.string()),
});

const isKnown = (code: string): code is RefusalCode => code in REFUSALS;

/** The Refusal that the service threw; the number under which it can be found in the log travels in the details. */
function refusalIn(body: unknown): Refusal {
  const read = RefusalBody.safeParse(body);
  if (!read.success) return new Refusal('INTERNAL');
  const { code, details, fields, requestId } = read.data;
  return new Refusal(isKnown(code) ? code : 'INTERNAL', { ...details, ...(requestId ? { requestId } : {}) }, fields ?? []);
}

const queryOf = (input: object) =>
  Object.entries(input)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
    .join('&');

function questionOf({ method, path }: Endpoint, input: object) {
  if (method === 'POST') return { method, path, body: input };
  const query = queryOf(input);
  return { method, path: query ? `${path}?${query}` : path };
}

function outputOf<E extends Endpoint>(endpoint: E, { status, body }: HttpAnswer): Output<E> {
  if (status !== 200) throw refusalIn(body);
  const read = endpoint.output.safeParse(body);
  if (!read.success) throw new Refusal('INTERNAL');
  return read.data as Output<E>;
}

const isExpired = (reason: unknown) => reason instanceof Refusal && reason.code === 'SESSION_REQUIRED';

/** Calls the service by its contract: a typed answer, or the same Refusal that the service threw. Signs in silently where a session is needed. */
export function caller({ request, session }: Needs): CallService {
  const ask = async <E extends Endpoint>(endpoint: E, input: Input<E>, by: Pick<HttpQuestion, 'token' | 'device'> = {}) =>
    outputOf(endpoint, await request({ ...questionOf(endpoint, input as object), ...by }));

  return async (endpoint, input) => {
    if (endpoint.caller !== 'citizen') return ask(endpoint, input);
    const [token, device] = [await session.token(), await session.device()];
    try {
      return await ask(endpoint, input, { token, device });
    } catch (reason) {
      if (!isExpired(reason)) throw reason;
      await session.drop(token);
      return ask(endpoint, input, { token: await session.token(), device });
    }
  };
}
