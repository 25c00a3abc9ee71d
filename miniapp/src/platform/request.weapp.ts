import Taro from '@tarojs/taro';
import { Refusal } from '@yibao/shared';
import { bodyOf, headersOf, PATIENCE_MS } from './question';
import type { HttpQuestion, Request } from './request';

const noAnswer = (reason: unknown): never => {
  throw new Refusal(/timeout/i.test((reason as { errMsg?: string }).errMsg ?? '') ? 'TIMEOUT' : 'OFFLINE');
};

const options = (question: HttpQuestion) => ({
  url: TARO_APP_API + question.path,
  method: question.method,
  header: headersOf(question),
  timeout: PATIENCE_MS,
  ...(question.body ? { data: question.body } : {}),
});

export const request: Request = async (question) => {
  const { statusCode, data } = await Taro.request<unknown>(options(question)).catch(noAnswer);
  return { status: statusCode, body: bodyOf(data) };
};
