import type { APIGatewayProxyEvent, APIGatewayProxyEventV2 } from 'aws-lambda';

/** A request as the rooms read it, whichever kind of API Gateway brought it. */
export interface Arrival {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string | undefined>>;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
  readonly isBase64Encoded: boolean;
  readonly sourceIp: string;
  readonly requestId: string;
}

/** REST APIs bring payload 1.0, HTTP APIs 2.0. */
export type GatewayEvent = APIGatewayProxyEvent | APIGatewayProxyEventV2;

const lowerCased = (headers: Readonly<Record<string, string | undefined>>) => Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

function fromHttpApi({ requestContext, rawPath, queryStringParameters = {}, headers, body = '', isBase64Encoded }: APIGatewayProxyEventV2): Arrival {
  const { http, requestId } = requestContext;
  return { method: http.method, path: rawPath, query: queryStringParameters, headers: lowerCased(headers), body, isBase64Encoded, sourceIp: http.sourceIp, requestId };
}

function fromRestApi({ requestContext, httpMethod, path, queryStringParameters, headers, body, isBase64Encoded }: APIGatewayProxyEvent): Arrival {
  const { identity, extendedRequestId, requestId } = requestContext;
  const common = { method: httpMethod, path, query: queryStringParameters ?? {}, headers: lowerCased(headers), body: body ?? '', isBase64Encoded };
  // A caller may choose a REST API's request id by a header; the extended one is API Gateway's own.
  return { ...common, sourceIp: identity.sourceIp, requestId: extendedRequestId ?? requestId };
}

export const arrivalOf = (event: GatewayEvent): Arrival => ('rawPath' in event ? fromHttpApi(event) : fromRestApi(event));
