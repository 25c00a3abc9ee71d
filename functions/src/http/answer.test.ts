import { Refusal } from '@yibao/shared';
import { json, refused } from './answer';

test.each([
  ['an answer', json(200, { a: 1 })],
  ['a refusal', refused(new Refusal('SESSION_REQUIRED'), { endpoint: undefined, requestId: 'r' })],
])('%s is JSON that no browser keeps, runs, sniffs, frames or tells others of', (_what, { headers }) => {
  expect(headers).toMatchObject({
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'content-security-policy': expect.stringMatching(/default-src 'none';.*base-uri 'none'; object-src 'none'; frame-ancestors 'none'/),
  });
});
