import type { Clock } from '@yibao/shared';
import type { Passed, Passing } from '../upstream/gate';
import { type Credentials, sigV4Headers } from './sigv4';

export interface LambdaPlace {
  readonly region: string;
  readonly endpoint: string;
  readonly credentials: Credentials;
}

interface World {
  readonly fetch: typeof fetch;
  readonly now: Clock;
}

const transactionOf = (url: string) => url.split('/').at(-1) as Passing['transaction'];

/** Asks the bureau's platform by the gate: what would go to an address is handed to that function, which alone knows it. */
export const throughGate = (name: string, { region, endpoint, credentials }: LambdaPlace, { fetch: fetching, now }: World) =>
  async (asked: string, { body: envelope = '', signal }: { readonly body?: string; readonly signal?: AbortSignal }): Promise<Response> => {
    const message: Passing = { transaction: transactionOf(asked), envelope };
    const body = JSON.stringify(message);
    const url = `${endpoint}/2015-03-31/functions/${name}/invocations`;
    const headers = await sigV4Headers(credentials, { service: 'lambda', region, url, body, at: now() });
    const answer = await fetching(url, { method: 'POST', redirect: 'error', headers, body, ...(signal ? { signal } : {}) });
    if (!answer.ok || answer.headers.has('x-amz-function-error')) throw new Error(`gate ${answer.status}`);
    const { status, text } = (await answer.json()) as Passed;
    return new Response(text, { status });
  };
