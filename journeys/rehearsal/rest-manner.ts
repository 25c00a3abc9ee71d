import { type Answer, jsonAnswer } from '@yibao/simulator/src/gateway/answer';
import { type Arrived, decodedPath, type Stamp } from '@yibao/simulator/src/gateway/event';
import type { Manner } from '@yibao/simulator/src/gateway/gateway';
import type { Match } from '@yibao/simulator/src/gateway/match';
import { ofType, type Template } from './template';

const last = (lists: Readonly<Record<string, readonly string[]>>) => Object.fromEntries(Object.entries(lists).map(([name, values]) => [name, values.at(-1)!]));

const orNull = <T extends object>(fields: T): T | null => (Object.keys(fields).length > 0 ? fields : null);

function queryOf(url: string): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const [key, value] of new URLSearchParams(url.split('?').slice(1).join('?'))) (found[key] ??= []).push(value);
  return found;
}

function contextOf({ method, sourceIp, headers }: Arrived, { route }: Match, { requestId, at }: Stamp) {
  return {
    resourcePath: route.endpoint.path,
    httpMethod: method,
    extendedRequestId: requestId,
    requestId: `${requestId}-may-be-chosen`,
    requestTimeEpoch: at.getTime(),
    stage: 'live',
    protocol: 'HTTP/1.1',
    identity: { sourceIp, userAgent: headers['user-agent']?.[0] ?? null },
  };
}

/** The event of payload format 1.0 that a function receives from a REST API. */
function restEventOf(arrived: Arrived, match: Match, stamp: Stamp) {
  const query = queryOf(arrived.url);
  return {
    resource: match.route.endpoint.path,
    path: decodedPath(arrived.url.split('?')[0]!),
    httpMethod: arrived.method,
    headers: last(arrived.headers),
    multiValueHeaders: arrived.headers,
    queryStringParameters: orNull(last(query)),
    multiValueQueryStringParameters: orNull(query),
    pathParameters: orNull({ ...match.pathParameters }),
    stageVariables: null,
    requestContext: contextOf(arrived, match, stamp),
    body: arrived.body.length > 0 ? arrived.body.toString() : null,
    isBase64Encoded: false,
  };
}

interface Result {
  readonly statusCode?: unknown;
  readonly headers?: Readonly<Record<string, string | number | boolean>>;
  readonly body?: unknown;
  readonly isBase64Encoded?: boolean;
}

const BROKEN = jsonAnswer(502, { message: 'Internal server error' });

/** A REST API guesses nothing: a result without a status is a defect. */
export function restAnswerOf(result: unknown): Answer {
  const { statusCode, headers = {}, body = '', isBase64Encoded } = (result ?? {}) as Result;
  if (!Number.isInteger(Number(statusCode)) || typeof body !== 'string') return BROKEN;
  const named = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
  return { status: Number(statusCode), headers: { 'content-type': 'application/json', ...named }, body: isBase64Encoded ? Buffer.from(body, 'base64') : body };
}

/** What the template makes API Gateway answer by itself. */
function ownAnswer(template: Template, type: string): (requestId: string) => Answer {
  const own = ofType(template, 'AWS::ApiGateway::GatewayResponse').find(([, { Properties }]) => Properties['ResponseType'] === type)?.[1].Properties;
  if (own === undefined) throw new Error(`no answer of its own for ${type}`);
  const { 'application/json': text = '' } = own['ResponseTemplates'] as Record<string, string>;
  return (requestId) => ({ status: Number(own['StatusCode']), headers: { 'content-type': 'application/json' }, body: text.replace('$context.extendedRequestId', requestId) });
}

/** A REST API, with the template’s words for what it answers by itself. */
export function restManner(template: Template): Manner {
  const own = (type: string) => ownAnswer(template, type);
  const [throttled, broken] = [own('THROTTLED'), own('DEFAULT_5XX')];
  return { eventOf: restEventOf, answerOf: restAnswerOf, tooMany: (_, requestId) => throttled(requestId), unknown: own('MISSING_AUTHENTICATION_TOKEN'), tooLarge: own('REQUEST_TOO_LARGE'), failed: broken, late: broken };
}
