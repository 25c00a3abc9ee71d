import { Refusal, type RefusalCode } from '@yibao/shared';
import * as z from 'zod/mini';
import { askAgain } from './ask-again';
import { ask, parsed, type Reading } from './ask';
import type { WeChatAccount } from './wechat-config';
import { weChatToken, type WeChatNeeds } from './wechat-token';

/** invalid credential, invalid access_token, access_token expired */
const TOKEN_REJECTED = [40001, 40014, 42001];

const Code = z.object({ errcode: z.optional(z.number()) });

type Refusals = Readonly<Record<number, RefusalCode>>;

export interface WeChatCall<S extends z.ZodMiniType> {
  readonly path: string;
  /** Without one it is a GET. */
  readonly body?: unknown;
  /** Beside the token. */
  readonly query?: Readonly<Record<string, string>>;
  readonly answer: S;
  /** What the errcodes that concern this person mean; all others are UPSTREAM_BUSY. */
  readonly refusals?: Refusals;
  /** errcodes that say that it was done before. */
  readonly doneBefore?: readonly number[];
  /** A mere question, which may be asked again. */
  readonly isQuery?: true;
}

/** Reads errcode before the rest, because a refused call answers with nothing else. */
export function readWeChat<S extends z.ZodMiniType>(schema: S, doneBefore: readonly number[] = []): (text: string) => Reading<{ errcode: number; answer?: z.infer<S> }> {
  return (text) => {
    const { errcode: given = 0 } = parsed(Code, text);
    const errcode = doneBefore.includes(given) ? 0 : given;
    return { value: errcode === 0 ? { errcode, answer: parsed(schema, text) } : { errcode }, code: `errcode ${given}`, declined: errcode !== 0 };
  };
}

/** The answer of a call that was accepted; throws the refusal that its errcode stands for. */
export function accepted<A>(result: { errcode: number; answer?: A }, refusals: Refusals = {}): A {
  if (result.errcode === 0 && result.answer !== undefined) return result.answer;
  throw new Refusal(refusals[result.errcode] ?? 'UPSTREAM_BUSY');
}

const addressOf = (config: WeChatAccount, { path, query }: WeChatCall<z.ZodMiniType>, token: string) =>
  `${config.baseUrl}${path}?${new URLSearchParams({ access_token: token, ...query }).toString()}`;

const contentOf = ({ body }: WeChatCall<z.ZodMiniType>) =>
  body === undefined ? ({ method: 'GET' } as const) : ({ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } as const);

/** Asks with the shared token; a token that WeChat no longer takes is read again once and the call repeated once. */
export async function callWeChat<S extends z.ZodMiniType>(config: WeChatAccount, needs: WeChatNeeds, call: WeChatCall<S>): Promise<z.infer<S>> {
  const once = (token: string) =>
    ask(
      needs,
      { upstream: 'weapp', call: call.path.slice(call.path.lastIndexOf('/') + 1), url: addressOf(config, call, token), ...contentOf(call) },
      readWeChat(call.answer, call.doneBefore),
    );
  const post = (token: string) => (call.isQuery ? askAgain(needs, 'weapp', () => once(token)) : once(token));
  const token = await weChatToken(config, needs);
  const first = await post(token);
  const result = TOKEN_REJECTED.includes(first.errcode) ? await post(await weChatToken(config, needs, token)) : first;
  return accepted(result, call.refusals);
}
