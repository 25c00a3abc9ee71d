import { Refusal } from '@yibao/shared';

/** One request as a client sent it. */
export interface Sent {
  readonly url: URL;
  readonly headers: Headers;
  readonly body: string;
}

type Answer = (sent: Sent) => Response | Promise<Response>;

/** A fetch that gives the answers of the script in order and remembers what was sent. */
export function scriptedFetch(...answers: Answer[]) {
  const sent: Sent[] = [];
  const left = [...answers];
  const fetch = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    const one = { url: new URL(request.url), headers: request.headers, body: await request.text() };
    sent.push(one);
    const answer = left.shift();
    if (!answer) throw new Error('one request too many');
    return answer(one);
  };
  return { fetch, sent };
}

export const json = (value: unknown) => () => Response.json(value);

export const now = () => new Date('2026-11-22T08:00:00.000Z');

/** The code and the details with which a promise was refused; fails when it was not. */
export async function refusalOf(promise: Promise<unknown>): Promise<Pick<Refusal, 'code' | 'details'>> {
  const outcome = await promise.then(() => undefined, (error: unknown) => error);
  if (!(outcome instanceof Refusal)) throw new Error(`not refused: ${String(outcome)}`);
  return { code: outcome.code, details: outcome.details };
}
