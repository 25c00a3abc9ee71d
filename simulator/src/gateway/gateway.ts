import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { listenOn, type Listening } from '../stack/port';
import { type Answer, answerOf, FUNCTION_FAILED, NOT_FOUND, send, TOO_LARGE, tooMany, UNAVAILABLE } from './answer';
import { FunctionFailed, TimedOut } from './calls';
import { CORS } from './cors';
import { type Arrived, decodedPath, eventOf, type Stamp } from './event';
import { type Match, matcherOf, type Route, routesOfContract } from './match';
import { throttle } from './throttle';

/** How a kind of API Gateway hands requests to functions, reads their results, and what it answers by itself. */
export interface Manner {
  eventOf(arrived: Arrived, match: Match, stamp: Stamp): unknown;
  answerOf(result: unknown): Answer;
  tooMany(route: Route, requestId: string): Answer;
  readonly unknown: (requestId: string) => Answer;
  readonly tooLarge: (requestId: string) => Answer;
  readonly failed: (requestId: string) => Answer;
  readonly late: (requestId: string) => Answer;
}

/** An HTTP API. */
const HTTP_API: Manner = { eventOf, answerOf, tooMany, unknown: () => NOT_FOUND, tooLarge: () => TOO_LARGE, failed: () => FUNCTION_FAILED, late: () => UNAVAILABLE };

export interface GatewaySettings {
  /** 0 takes any free port. */
  readonly port: number;
  /** Calls the function of a room; rejects with FunctionFailed or TimedOut. */
  readonly invoke: (room: string, event: unknown, timeoutMs: number) => Promise<unknown>;
  readonly now: () => Date;
  readonly routes?: readonly Route[];
  readonly timeoutMs?: number;
  /** Without it, that of HTTP APIs. */
  readonly manner?: Manner;
  /** One line per request: method, route, status, milliseconds, request id; never a query or a body. */
  readonly log?: (line: string) => void;
  /** Told of each request that a route answered. */
  readonly heard?: ((asked: Arrived, answer: Answer) => void) | undefined;
}

const BODY_LIMIT = 10 * 1024 * 1024;
/** API Gateway's limit for the request line and all headers. */
const HEADER_LIMIT = 10_240;
const TIMEOUT_MS = 10_000;

class TooLarge extends Error {}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= BODY_LIMIT) chunks.push(chunk);
  }
  if (size > BODY_LIMIT) throw new TooLarge();
  return Buffer.concat(chunks);
}

async function arrival(request: IncomingMessage): Promise<Arrived> {
  return {
    method: request.method ?? 'GET',
    url: request.url ?? '/',
    headers: request.headersDistinct as Record<string, string[]>,
    body: await bodyOf(request),
    sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
    port: request.socket.localPort ?? 0,
  };
}

function failureOf(error: unknown, manner: Manner, requestId: string): Answer {
  if (error instanceof TooLarge) return manner.tooLarge(requestId);
  if (error instanceof TimedOut) return manner.late(requestId);
  if (error instanceof FunctionFailed) return manner.failed(requestId);
  throw error;
}

/** Like API Gateway's own, e.g. JKJaXmPLvHcESHA= */
const newRequestId = () => randomBytes(11).toString('base64');

/** The answering of one request: route, throttle, function. */
function desk({ invoke, now, routes = routesOfContract(), timeoutMs = TIMEOUT_MS, manner = HTTP_API, heard }: GatewaySettings) {
  const match = matcherOf(routes);
  const limits = throttle();

  return async (request: IncomingMessage, requestId: string): Promise<Answer> => {
    const arrived = await arrival(request);
    if (arrived.method === 'OPTIONS') return { status: 204, headers: {}, body: '' };
    const found = match(arrived.method, decodedPath(arrived.url.split('?')[0]!));
    if (!found) return manner.unknown(requestId);
    const at = now();
    const { key, room, endpoint } = found.route;
    if (!limits.admit(key, endpoint.rate, at.getTime())) return manner.tooMany(found.route, requestId);
    const answer = manner.answerOf(await invoke(room, manner.eventOf(arrived, found, { requestId, at }), timeoutMs));
    heard?.(arrived, answer);
    return answer;
  };
}

const logged = (request: IncomingMessage, answer: Answer, { ms, requestId }: { ms: number; requestId: string }) =>
  `${request.method ?? '-'} ${(request.url ?? '-').split('?')[0]!} ${answer.status} ${ms}ms ${requestId}`;

/** The API on this computer: the same routes, limits, events and answers as API Gateway gives the functions in AWS. */
export async function startGateway(settings: GatewaySettings): Promise<Listening> {
  const answerTo = desk(settings);
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const requestId = newRequestId();
    const started = performance.now();
    const answer = await answerTo(request, requestId).catch((error: unknown) => failureOf(error, settings.manner ?? HTTP_API, requestId));
    send(response, { ...answer, headers: { ...CORS, 'apigw-requestid': requestId, ...answer.headers } });
    settings.log?.(logged(request, answer, { ms: Math.round(performance.now() - started), requestId }));
  };
  const server = createServer({ maxHeaderSize: HEADER_LIMIT }, (request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  return listenOn(server, { port: settings.port, name: 'api' });
}
