import { type Endpoint, type Input, type Output, REFUSALS, SECOND, takeOperatorToken } from '@yibao/shared';
import * as z from 'zod/mini';
import { assertionBody, assertionFor, type SigningIn } from '../wire/client-assertion';
import { Misuse } from './words';

export interface Service {
  /** What the operator may do, as the service says. */
  readonly scope: string;
  readonly call: <E extends Endpoint>(endpoint: E, input: Input<E>) => Promise<Output<E>>;
}

const TIMEOUT_MS = 15 * SECOND;

const Refused = z.object({
  code: z.string(),
  title: z.string(),
  remedy: z.string(),
  fields: z.optional(z.array(z.object({ remedy: z.string() }))),
  requestId: z.optional(z.string()),
});

/** The service said no; the message is what it said. */
export class Declined extends Error {
  override readonly name = 'Declined';
}

function declined(body: unknown): Declined {
  const read = Refused.safeParse(body);
  if (!read.success) return new Declined('没有读懂服务的回答，请核对 --api 的地址');
  const { code, title, remedy, fields = [], requestId } = read.data;
  const number = code in REFUSALS && code !== 'INTERNAL' ? '' : `（问题编号 ${requestId ?? ''}）`;
  return new Declined([`${title}（${code}）${number}`, remedy, ...fields.map((field) => `  · ${field.remedy}`)].join('\n'));
}

const isHere = ({ hostname }: URL) => hostname === '127.0.0.1' || hostname === 'localhost';

/** Throws Misuse for an address that a stranger could listen to. */
export function addressOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || (url.protocol !== 'https:' && !(url.protocol === 'http:' && isHere(url)))) throw new Misuse('--api 要写 https 地址；只有本机可以用 http');
  return url.origin;
}

async function ask(api: string, endpoint: Endpoint, sent: { readonly input: object; readonly token?: string }): Promise<unknown> {
  const { method, path } = endpoint;
  const headers = { 'content-type': 'application/json', ...(sent.token === undefined ? {} : { authorization: `Bearer ${sent.token}` }) };
  const query = method === 'GET' ? new URLSearchParams(sent.input as Record<string, string>).toString() : '';
  const body = method === 'POST' ? { body: JSON.stringify(sent.input) } : {};
  const answer = await fetch(`${api}${path}${query && `?${query}`}`, { method, headers, ...body, signal: AbortSignal.timeout(TIMEOUT_MS) }).catch(() => {
    throw new Declined(`连不上服务 ${api}，请检查网络和地址；本机请先运行 npm start`);
  });
  const reply: unknown = await answer.json().catch(() => undefined);
  if (!answer.ok) throw declined(reply);
  return reply;
}

/** Signs the operator in for one command; the token is kept nowhere. Throws Declined. */
export async function signedInAt(api: string, who: SigningIn): Promise<Service> {
  const assertion = assertionFor(`${api}${takeOperatorToken.path}`, who, new Date());
  const { access_token: token, scope } = takeOperatorToken.output.parse(await ask(api, takeOperatorToken, { input: assertionBody(assertion) }));
  return {
    scope,
    call: async <E extends Endpoint>(endpoint: E, input: Input<E>) => {
      const read = endpoint.output.safeParse(await ask(api, endpoint, { input: input as object, token }));
      if (!read.success) throw new Declined('服务的版本和这个命令不一样，请更新');
      return read.data as Output<E>;
    },
  };
}
