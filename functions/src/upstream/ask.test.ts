import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as z from 'zod/mini';
import { ask, parsed, type UpstreamLine } from './ask';
import { now, refusalOf, scriptedFetch } from './testing/scripted-fetch';

const question = { upstream: 'weapp', call: 'test', url: 'https://example.invalid/secret-path?access_token=secret', method: 'GET' } as const;
const read = (text: string) => ({ value: parsed(z.object({ good: z.boolean() }), text), code: 'ok' });

const asking = (answer: () => Response | Promise<Response>) => ask({ fetch: scriptedFetch(answer).fetch, now }, question, read);

test.each<[string, () => Response | Promise<Response>]>([
  ['a server error', () => new Response('{"good":true}', { status: 502 })],
  ['an error page in place of JSON', () => new Response('<html>维护中</html>')],
  ['a truncated answer', () => new Response('{"good":tr')],
  ['an empty answer', () => new Response(null)],
  ['a wrong type', () => new Response('{"good":"yes"}')],
  ['an answer beyond 256 KB', () => new Response(`{"good":true,"more":"${'x'.repeat(300_000)}"}`)],
  ['a broken connection', () => Promise.reject(new TypeError('fetch failed'))],
])('%s counts as a busy other side', async (_name, answer) => {
  expect(await refusalOf(asking(answer))).toEqual({ code: 'UPSTREAM_BUSY', details: {} });
});

test('an answer of the right shape is read', async () => {
  await expect(asking(() => new Response('{"good":true}'))).resolves.toEqual({ good: true });
});

test('each question leaves one line, without address, content or answer', async () => {
  const lines: UpstreamLine[] = [];
  const log = (line: UpstreamLine) => lines.push(line);
  await ask({ fetch: scriptedFetch(() => new Response('{"good":true}')).fetch, now, log }, question, read);
  await refusalOf(ask({ fetch: scriptedFetch(() => new Response('{"name":"张三"}')).fetch, now, log }, question, read));
  expect(lines).toEqual([
    { upstream: 'weapp', call: 'test', outcome: 'answered', detail: 'ok', ms: 0 },
    { upstream: 'weapp', call: 'test', outcome: 'failed', detail: 'unexpected shape', ms: 0 },
  ]);
});

describe('against a real server', () => {
  const silent = createServer((request, response) => {
    if (request.url === '/moved') response.writeHead(302, { location: '/elsewhere' }).end();
    if (request.url === '/half') response.writeHead(200).write('{"good":');
  });
  const at = (path: string) => ({ ...question, url: `http://127.0.0.1:${(silent.address() as AddressInfo).port}${path}` });

  beforeAll(() => new Promise<void>((listening) => silent.listen(0, '127.0.0.1', listening)));
  afterAll(() => {
    silent.closeAllConnections();
    silent.close();
  });

  test.each(['/silent', '/half', '/moved'])('%s is given up on', async (path) => {
    expect(await refusalOf(ask({ fetch, now, patienceMs: 200 }, at(path), read))).toEqual({ code: 'UPSTREAM_BUSY', details: {} });
  });
});
