import { request as httpRequest } from 'node:http';
import { FunctionFailed, TimedOut } from './calls';
import { type GatewaySettings, startGateway } from './gateway';
import type { Route } from './match';

const rate = { perSecond: 100, burst: 100 };
const route = (method: 'GET' | 'POST', path: `/${string}`, extra: object = {}): Route => ({ key: `${method} ${path}`, room: path.slice(1), endpoint: { method, path, rate, ...extra } });

const routes = [
  route('POST', '/echo'),
  route('GET', '/echo'),
  route('GET', '/{greedy+}'),
  route('GET', '/people/{id}'),
  route('GET', '/people/me'),
  route('GET', '/slow', { rate: { perSecond: 1, burst: 2 } }),
  route('POST', '/ec/query', { rate: { perSecond: 1, burst: 1 }, dialect: 'national' }),
];

const running: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
});

const echo: GatewaySettings['invoke'] = async (_room, event) => ({ statusCode: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(event) });

async function gateway(settings: Partial<GatewaySettings> = {}): Promise<string> {
  const server = await startGateway({ port: 0, invoke: echo, now: () => new Date('2026-03-12T19:03:58.390Z'), routes, ...settings });
  running.push(server);
  return server.url;
}

test('a function receives payload format 2.0 as API Gateway builds it', async () => {
  const url = await gateway();
  const answer = await fetch(`${url}/echo?a=1&b=%E4%B8%AD&a=2`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Seen': 'Yes', cookie: 'one=1; two=2', 'user-agent': 'test' },
    body: '{"名":1}',
  });
  const event = await answer.json();
  expect(event).toMatchObject({
    version: '2.0',
    routeKey: 'POST /echo',
    rawPath: '/echo',
    rawQueryString: 'a=1&b=%E4%B8%AD&a=2',
    queryStringParameters: { a: '1,2', b: '中' },
    cookies: ['one=1', 'two=2'],
    headers: { 'content-type': 'application/json', 'x-seen': 'Yes', 'content-length': '9', 'x-forwarded-for': '127.0.0.1', 'x-forwarded-proto': 'http' },
    requestContext: {
      http: { method: 'POST', path: '/echo', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
      routeKey: 'POST /echo',
      stage: '$default',
      time: '12/Mar/2026:19:03:58 +0000',
      timeEpoch: 1773342238390,
    },
    body: '{"名":1}',
    isBase64Encoded: false,
  });
  expect(event.headers.cookie).toBeUndefined();
  expect(event.pathParameters).toBeUndefined();
  expect(event.requestContext.requestId).toBe(answer.headers.get('apigw-requestid'));
});

test('a request without query, cookies and body leaves those fields out', async () => {
  const event = await (await fetch(`${await gateway()}/echo`)).json();
  expect(Object.keys(event).sort()).toEqual(['headers', 'isBase64Encoded', 'rawPath', 'rawQueryString', 'requestContext', 'routeKey', 'version']);
  expect(event.rawQueryString).toBe('');
});

test.each([
  ['text/plain; charset=utf-8', false],
  ['application/json', false],
  ['application/xml', false],
  ['application/x-www-form-urlencoded', true],
  ['application/octet-stream', true],
  ['image/png', true],
])('a body of type %s is base64: %s', async (type, isBase64Encoded) => {
  const answer = await fetch(`${await gateway()}/echo`, { method: 'POST', headers: { 'content-type': type }, body: 'äb' });
  expect(await answer.json()).toMatchObject({ isBase64Encoded, body: isBase64Encoded ? 'w6Ri' : 'äb' });
});

test('headers that are sent twice are joined by a comma', async () => {
  const url = new URL(await gateway());
  const event = await new Promise<{ headers: Record<string, string> }>((resolve, reject) => {
    const call = httpRequest({ host: url.hostname, port: url.port, path: '/echo', headers: { 'x-twice': ['1', '2'] } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => resolve(JSON.parse(Buffer.concat(chunks).toString())));
    });
    call.on('error', reject).end();
  });
  expect(event.headers['x-twice']).toBe('1,2');
});

test.each([
  ['/people/me', 'GET /people/me', undefined],
  ['/people/%E5%BC%A0', 'GET /people/{id}', { id: '张' }],
  ['/people/7/visits', 'GET /{greedy+}', { greedy: 'people/7/visits' }],
])('%s is answered by the route %s', async (path, routeKey, pathParameters) => {
  const event = await (await fetch(`${await gateway()}${path}`)).json();
  expect(event.routeKey).toBe(routeKey);
  expect(event.pathParameters).toEqual(pathParameters);
});

test('an unknown route is answered like API Gateway does', async () => {
  const answer = await fetch(`${await gateway()}/nowhere`, { method: 'POST' });
  expect([answer.status, await answer.json()]).toEqual([404, { message: 'Not Found' }]);
});

test('without routes of its own the gateway has those of the contract', async () => {
  const event = await (await fetch(`${await gateway({ routes: undefined as never })}/regions`)).json();
  expect(event.routeKey).toBe('GET /regions');
});

test('a burst above the rate is refused with RATE_LIMITED and passes again after a while', async () => {
  let now = Date.parse('2026-03-12T19:00:00Z');
  const url = await gateway({ now: () => new Date(now) });
  const statuses = [];
  for (let i = 0; i < 3; i += 1) statuses.push((await fetch(`${url}/slow`)).status);
  const refused = await fetch(`${url}/slow`);
  expect(statuses).toEqual([200, 200, 429]);
  expect(await refused.json()).toMatchObject({ code: 'RATE_LIMITED', title: '点得有点快', remedy: '1秒后可以再试。', requestId: refused.headers.get('apigw-requestid') });
  now += 1000;
  expect((await fetch(`${url}/slow`)).status).toBe(200);
  expect((await fetch(`${url}/slow`)).status).toBe(429);
});

test('a terminal that asks too often is refused in its own dialect', async () => {
  const url = await gateway();
  await fetch(`${url}/ec/query`, { method: 'POST' });
  const refused = await fetch(`${url}/ec/query`, { method: 'POST' });
  expect([refused.status, await refused.json()]).toMatchObject([429, { code: 500105, success: false }]);
});

test.each([
  [10 * 1024 * 1024, 200],
  [10 * 1024 * 1024 + 1, 413],
])('a body of %i bytes is answered with %i', async (size, status) => {
  const url = await gateway({ invoke: async () => ({ statusCode: 200, body: '' }) });
  const answer = await fetch(`${url}/echo`, { method: 'POST', body: Buffer.alloc(size) });
  expect(answer.status).toBe(status);
});

test.each([
  [new FunctionFailed('x'), 500, { message: 'Internal Server Error' }],
  [new TimedOut('x'), 503, { message: 'Service Unavailable' }],
])('a function that ends with %s gives %i', async (error, status, body) => {
  const url = await gateway({ invoke: () => Promise.reject(error) });
  const answer = await fetch(`${url}/echo`);
  expect([answer.status, await answer.json()]).toEqual([status, body]);
});

test.each([
  [{ said: 1 }, [200, 'application/json', '{"said":1}']],
  ['plain', [200, 'application/json', 'plain']],
  [null, [200, 'application/json', 'null']],
  [{ statusCode: 201, body: 'made' }, [201, 'text/plain; charset=utf-8', 'made']],
  [{ statusCode: 200, headers: { 'Content-Type': 'image/x' }, body: 'w6Q=', isBase64Encoded: true }, [200, 'image/x', 'ä']],
  [{ statusCode: 'two', body: '' }, [500, 'application/json', '{"message":"Internal Server Error"}']],
  [{ statusCode: 200, body: { an: 'object' } }, [500, 'application/json', '{"message":"Internal Server Error"}']],
])('the result %j is answered as status, type and body %j', async (result, expected) => {
  const answer = await fetch(`${await gateway({ invoke: async () => result })}/echo`);
  expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual(expected);
});

test('each cookie of a result becomes a set-cookie header', async () => {
  const answer = await fetch(`${await gateway({ invoke: async () => ({ statusCode: 204, cookies: ['a=1', 'b=2'] }) })}/echo`);
  expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
});

test('a page of any origin may call, so that the devtools of both platforms can', async () => {
  const answer = await fetch(`${await gateway()}/echo`, { method: 'OPTIONS', headers: { origin: 'https://servicewechat.com', 'access-control-request-method': 'POST' } });
  expect([answer.status, answer.headers.get('access-control-allow-origin'), answer.headers.get('access-control-allow-headers')]).toEqual([204, '*', 'authorization,content-type,x-device']);
});

test('the log has neither query nor body', async () => {
  const lines: string[] = [];
  await fetch(`${await gateway({ log: (line) => lines.push(line) })}/echo?secret=1`);
  expect(lines).toEqual([expect.stringMatching(/^GET \/echo 200 \d+ms \S+$/)]);
});
