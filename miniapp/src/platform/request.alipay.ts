import Taro from '@tarojs/taro';
import { Refusal } from '@yibao/shared';
import { bodyOf, headersOf, PATIENCE_MS } from './question';
import type { HttpAnswer, HttpQuestion, Request } from './request';

/** `my.request` calls an HTTP status of 400 and above a failure. */
const HTTP_STATUS = 19;
const TIMED_OUT = 13;

interface Failure {
  readonly error?: number;
  readonly status?: number;
  readonly data?: unknown;
}

function answerIn({ error, status, data }: Failure): HttpAnswer {
  if (error === HTTP_STATUS && status !== undefined) return { status, body: bodyOf(data) };
  throw new Refusal(error === TIMED_OUT ? 'TIMEOUT' : 'OFFLINE');
}

const options = (question: HttpQuestion) => ({
  url: TARO_APP_API + question.path,
  method: question.method,
  header: headersOf(question),
  timeout: PATIENCE_MS,
  ...(question.body ? { data: question.body } : {}),
});

export const request: Request = (question) =>
  Taro.request<unknown>(options(question)).then(({ statusCode, data }) => ({ status: statusCode, body: bodyOf(data) }), answerIn);
