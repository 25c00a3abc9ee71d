import type { ServerResponse } from 'node:http';
import { REFUSALS, wording } from '@yibao/shared';
import type { Route } from './match';

/** What goes back over HTTP. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string | Buffer;
}

const JSON_TYPE = { 'content-type': 'application/json' };

export const jsonAnswer = (status: number, body: unknown): Answer => ({ status, headers: JSON_TYPE, body: JSON.stringify(body) });

/** API Gateway's own answers, word for word. */
export const NOT_FOUND = jsonAnswer(404, { message: 'Not Found' });
export const TOO_LARGE = jsonAnswer(413, { message: 'Request Entity Too Large' });
export const FUNCTION_FAILED = jsonAnswer(500, { message: 'Internal Server Error' });
export const UNAVAILABLE = jsonAnswer(503, { message: 'Service Unavailable' });

/** The refusal RATE_LIMITED in the words of the contract, in the national dialect where the route speaks it. */
export function tooMany({ endpoint }: Route, requestId: string): Answer {
  const { status, counter } = REFUSALS.RATE_LIMITED;
  const details = { seconds: 1 };
  const { title, remedy } = wording('RATE_LIMITED', details);
  const plain = { code: 'RATE_LIMITED', title, remedy, details, fields: [], requestId };
  const national = { code: counter, success: false, message: title, remedy, requestId };
  const answer = jsonAnswer(status, endpoint.dialect === 'national' ? national : plain);
  return { ...answer, headers: { ...answer.headers, 'retry-after': '1' } };
}

interface Result {
  readonly statusCode: unknown;
  readonly headers?: Readonly<Record<string, string | number | boolean>>;
  readonly cookies?: readonly string[];
  readonly body?: unknown;
  readonly isBase64Encoded?: boolean;
}

const isResult = (result: unknown): result is Result => typeof result === 'object' && result !== null && 'statusCode' in result;

const lowerCased = (headers: NonNullable<Result['headers']>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));

const isStatus = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 100 && Number(value) <= 599;

/** A result without a status: all of it is the body. */
const bare = (result: unknown): Answer => ({ status: 200, headers: JSON_TYPE, body: typeof result === 'string' ? result : JSON.stringify(result) });

/** The HTTP answer for a function's result, formed by the rules of payload format 2.0. */
export function answerOf(result: unknown): Answer {
  if (!isResult(result)) return bare(result);
  const { statusCode, headers = {}, cookies, body = '', isBase64Encoded } = result;
  if (!isStatus(statusCode) || typeof body !== 'string') return FUNCTION_FAILED;
  return {
    status: statusCode,
    headers: { 'content-type': 'text/plain; charset=utf-8', ...lowerCased(headers), ...(cookies ? { 'set-cookie': cookies } : {}) },
    body: isBase64Encoded ? Buffer.from(body, 'base64') : body,
  };
}

export function send(response: ServerResponse, { status, headers, body }: Answer): void {
  const length = { 'content-length': String(Buffer.byteLength(body)) };
  response.writeHead(status, { ...(headers as Record<string, string | string[]>), ...length }).end(body);
}
