import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { counter, type CounterSettings } from '../counter/counter';
import { type Listening, listenOn } from '../stack/port';
import { bundledPage } from './bundled-page';
import { fileAnswer, notFound, type Page, sendPage } from './files';
import { forward } from './proxy';

export interface WebSettings extends CounterSettings {
  /** 0 takes any free port. */
  readonly port: number;
  /** Address of the simulated outside world. */
  readonly outside: string;
  /** Root of the repository. */
  readonly root: string;
}

const NOT_BUILT: Page = {
  status: 503,
  type: 'text/html; charset=utf-8',
  body: '<!doctype html><meta charset="utf-8"><title>医保码</title><p>小程序的网页版还没有构建，请运行 <code>npm run build:h5</code> 后刷新。<p>The web build is missing: run <code>npm run build:h5</code>, then reload.',
};

/** Only this computer's own names: a page elsewhere whose name was pointed at 127.0.0.1 gets nothing. */
const isOwnName = (host = '') => /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host);

type Serve = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

interface Place {
  readonly prefix: string;
  readonly serve: Serve;
}

const page = (make: (path: string) => Page | Promise<Page>): Serve => async (request, response) =>
  sendPage(response, await make(new URL(request.url ?? '/', 'http://localhost').pathname));

function placesOf(settings: WebSettings): Place[] {
  const { api, outside, root } = settings;
  const app = join(root, 'miniapp/dist/h5');
  return [
    { prefix: '/api/', serve: forward(api, '/api') },
    { prefix: '/outside/', serve: forward(outside, '/outside') },
    { prefix: '/phone.js', serve: forward(outside, '') },
    { prefix: '/counter', serve: counter(settings) },
    { prefix: '/inbox', serve: page(bundledPage('inbox', join(__dirname, '../inbox/page'))) },
    { prefix: '/control', serve: page(bundledPage('control', join(__dirname, '../control/page'))) },
    { prefix: '/openapi.json', serve: page(() => fileAnswer(join(root, 'docs'), '/openapi.json') ?? notFound) },
    { prefix: '/', serve: page((path) => fileAnswer(app, path === '/' ? '/index.html' : path) ?? (path === '/' ? NOT_BUILT : notFound)) },
  ];
}

/** The citizen's phone in a browser (web build), the counter, what the phones receive (inbox), what a tester turns (control), the API document, and the ways through to API and outside world. */
export async function startWeb(settings: WebSettings): Promise<Listening> {
  const places = placesOf(settings);
  const serve: Serve = async (request, response) => {
    const place = isOwnName(request.headers.host) ? places.find(({ prefix }) => (request.url ?? '/').startsWith(prefix)) : undefined;
    if (place) await place.serve(request, response);
    else sendPage(response, notFound);
  };
  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  return listenOn(server, { port: settings.port, name: 'web' });
}
