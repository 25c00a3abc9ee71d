import { Refusal } from '@yibao/shared';
import { bodyOf, headersOf, PATIENCE_MS } from './question';
import type { Request } from './request';

const noAnswer = (reason: unknown): never => {
  throw new Refusal((reason as Error).name === 'AbortError' ? 'TIMEOUT' : 'OFFLINE');
};

export const request: Request = async (question) => {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  const init = { method: question.method, headers: headersOf(question), signal: patience.signal, body: question.body ? JSON.stringify(question.body) : null };
  try {
    const answer = await fetch(TARO_APP_API + question.path, init);
    return { status: answer.status, body: bodyOf(await answer.text()) };
  } catch (reason) {
    return noAnswer(reason);
  } finally {
    clearTimeout(timer);
  }
};
