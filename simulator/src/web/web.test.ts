import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request as ask } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Listening, listenOn } from '../stack/port';
import { startWeb } from './web';

const root = mkdtempSync(join(tmpdir(), 'web-'));
const institution = { orgId: 'H37010200001', name: '示范医院', key: { kty: 'EC', crv: 'P-256', x: 'x', y: 'y', d: 'never-in-the-page', kid: '1' } as const };
let echo: Listening;
let web: Listening;

beforeAll(async () => {
  const answering = createServer((request, response) => {
    request.pipe(response.writeHead(201, { 'x-asked': `${request.method} ${request.url}` }));
  });
  echo = await listenOn(answering, { port: 0, name: 'api' });
  web = await startWeb({ port: 0, api: echo.url, outside: echo.url, institution, root });
});
afterAll(async () => {
  await web.stop();
  await echo.stop();
  rmSync(root, { recursive: true });
});

/** Sends the path as it is, where fetch would tidy it up. */
const status = (path: string, headers: Record<string, string> = {}) =>
  new Promise<number | undefined>((done, fail) => {
    const { hostname, port } = new URL(web.url);
    ask({ hostname, port, path, headers }, (answer) => done(answer.resume().statusCode)).on('error', fail).end();
  });

test('without a web build the page says how to make one', async () => {
  const answer = await fetch(web.url);
  expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining('npm run build:h5')]);
});

test('files of the web build are served with their types', async () => {
  mkdirSync(join(root, 'miniapp/dist/h5/js'), { recursive: true });
  writeFileSync(join(root, 'miniapp/dist/h5/index.html'), '<p>医保码');
  writeFileSync(join(root, 'miniapp/dist/h5/js/app.js'), 'let a');
  const answers = await Promise.all(['/', '/js/app.js'].map((path) => fetch(web.url + path)));
  expect(answers.map(({ headers }) => headers.get('content-type'))).toEqual(['text/html; charset=utf-8', 'text/javascript; charset=utf-8']);
  expect(await answers[0]!.text()).toBe('<p>医保码');
});

test('pages are neither framed nor sniffed, send no referrer, and run only their own scripts', async () => {
  mkdirSync(join(root, 'miniapp/dist/h5'), { recursive: true });
  writeFileSync(join(root, 'miniapp/dist/h5/index.html'), '<script src="/phone.js"></script><script>let a = 1</script><p>医保码');
  for (const path of ['/', '/counter', '/nowhere']) {
    const { headers } = await fetch(web.url + path);
    expect([headers.get('x-content-type-options'), headers.get('referrer-policy')]).toEqual(['nosniff', 'no-referrer']);
    const policy = String(headers.get('content-security-policy')).split('; ');
    expect(policy).toEqual(expect.arrayContaining(["default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"]));
    const scripts = policy.find((directive) => directive.startsWith('script-src'));
    expect(scripts).not.toContain('unsafe-inline');
    expect(scripts?.includes('sha256-')).toBe(path === '/');
  }
});

test.each(['/../secret.txt', '/%2e%2e/secret.txt', '/js/..%2f..%2f..%2f..%2fsecret.txt', '/nowhere', '/%'])('%s is not found', async (path) => {
  writeFileSync(join(root, 'secret.txt'), 'secret');
  expect(await status(path)).toBe(404);
});

test.each([
  ['/api/session?a=1', 'POST /session?a=1'],
  ['/outside/phone/persons', 'POST /phone/persons'],
  ['/phone.js', 'POST /phone.js'],
])('%s is handed on as %s, body and status included', async (path, asked) => {
  const answer = await fetch(web.url + path, { method: 'POST', body: '身体' });
  expect([answer.status, answer.headers.get('x-asked'), await answer.text()]).toEqual([201, asked, '身体']);
});

test('the counter page names the institution and its business types, but never its key', async () => {
  const [page, script] = await Promise.all(['/counter', '/counter/counter.js'].map(async (path) => (await fetch(web.url + path)).text()));
  expect(page).toContain('示范医院（H37010200001）');
  expect(page).toContain('<option value="01301">门诊结算');
  expect(page).not.toContain('{{');
  expect(`${page}${script}`).not.toContain(institution.key.d);
  expect(`${page}${script}`).not.toContain('https://fastly.jsdelivr.net/npm/zxing-wasm@3.1.4/dist/reader/zxing_reader.wasm');
});

test.each(['inbox', 'control'])('the page %s comes with its style and its script', async (name) => {
  const answers = await Promise.all(['', '/', '/page.css', '/main.js', '/main.ts', '/../../persons/cases.ts'].map((path) => fetch(`${web.url}/${name}${path}`)));
  expect(answers.map(({ status, headers }) => `${status} ${headers.get('content-type')!.split(';')[0]}`)).toEqual([
    ...['200 text/html', '200 text/html', '200 text/css', '200 text/javascript', '404 text/plain', '404 text/plain'],
  ]);
  expect(await answers[0]!.text()).toContain(`<script type="module" src="/${name}/main.js">`);
  expect((await answers[3]!.text()).length).toBeGreaterThan(1000);
});

test('the decoder of pictures comes from this computer', async () => {
  const answer = await fetch(`${web.url}/counter/zxing_reader.wasm`);
  expect([answer.headers.get('content-type'), (await answer.arrayBuffer()).byteLength > 500_000]).toEqual(['application/wasm', true]);
});

test.each([
  ['application/json', '{}'],
  ['application/json', 'no json'],
  ['application/json', JSON.stringify({ scan: 'x', code: '1', businessType: '01301' })],
  ['application/json', JSON.stringify({ scan: 'a'.repeat(32), code: '1'.repeat(70_000), businessType: '01301' })],
  ['text/plain', JSON.stringify({ scan: 'a'.repeat(32), code: '1', businessType: '01301' })],
])('a scan sent as %s with body %.40s is refused', async (type, body) => {
  expect((await fetch(`${web.url}/counter/scan`, { method: 'POST', headers: { 'content-type': type }, body })).status).toBe(400);
});

test('a page elsewhere that points its own name at this computer gets nothing', async () => {
  expect([await status('/counter', { host: 'evil.example' }), await status('/counter', { host: 'localhost:8788' })]).toEqual([404, 200]);
});
