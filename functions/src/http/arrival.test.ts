import type { APIGatewayProxyEvent, APIGatewayProxyEventV2 } from 'aws-lambda';
import { arrivalOf } from './arrival';

/** The same request as both kinds of API Gateway bring it; fields that nobody reads are left out. */
const rest = {
  resource: '/voucher/uses',
  path: '/voucher/uses',
  httpMethod: 'GET',
  headers: { Authorization: 'Bearer t', 'Content-Type': 'application/json' },
  multiValueHeaders: {},
  queryStringParameters: { since: '2026-11-22T02:00:00.000Z' },
  body: null,
  isBase64Encoded: false,
  requestContext: { requestId: 'chosen-by-the-caller', extendedRequestId: 'JKJaXmPLvHcESHA=', identity: { sourceIp: '203.0.113.7' } },
} as unknown as APIGatewayProxyEvent;

const http = {
  version: '2.0',
  rawPath: '/voucher/uses',
  headers: { authorization: 'Bearer t', 'content-type': 'application/json' },
  queryStringParameters: { since: '2026-11-22T02:00:00.000Z' },
  isBase64Encoded: false,
  requestContext: { requestId: 'JKJaXmPLvHcESHA=', http: { method: 'GET', sourceIp: '203.0.113.7' } },
} as unknown as APIGatewayProxyEventV2;

test('a REST API and an HTTP API bring the same request', () => {
  expect(arrivalOf(rest)).toEqual(arrivalOf(http));
});

test('a request id that the caller chose is not taken', () => {
  expect(arrivalOf(rest).requestId).toBe('JKJaXmPLvHcESHA=');
});

test('a REST API says null where there is no query', () => {
  expect(arrivalOf({ ...rest, queryStringParameters: null }).query).toEqual({});
});
