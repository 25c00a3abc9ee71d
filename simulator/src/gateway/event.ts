import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Match } from './match';

/** A request as it arrived. */
export interface Arrived {
  readonly method: string;
  /** Path and query as sent. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, readonly string[]>>;
  readonly body: Buffer;
  readonly sourceIp: string;
  readonly port: number;
}

export interface Stamp {
  readonly requestId: string;
  readonly at: Date;
}

/** Measured against API Gateway by others: only these are handed over as text; forms and bodies without a type are base64. */
const TEXT = /^(text\/|application\/(json|xml|javascript)\b)/i;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The common log format of web servers, e.g. 12/Mar/2026:19:03:58 +0000. */
function clfTime(at: Date): string {
  const [day = '', time = ''] = at.toISOString().split('T');
  const [year, month, date] = day.split('-');
  return `${date}/${MONTHS[Number(month) - 1]}/${year}:${time.slice(0, 8)} +0000`;
}

/** The path with its escapes resolved; one that cannot be resolved stays as it is. */
export function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function queryOf(rawQuery: string): Record<string, string> | undefined {
  const found = new Map<string, string[]>();
  for (const [key, value] of new URLSearchParams(rawQuery)) found.set(key, [...(found.get(key) ?? []), value]);
  return found.size > 0 ? Object.fromEntries([...found].map(([key, values]) => [key, values.join(',')])) : undefined;
}

function headersOf({ headers, sourceIp, port }: Arrived, { requestId, at }: Stamp): Record<string, string> {
  const sent = Object.entries(headers).filter(([name]) => name !== 'cookie' && name !== 'connection');
  const joined: Record<string, string> = Object.fromEntries(sent.map(([name, values]) => [name, values.join(',')]));
  const trace = `Root=1-${Math.floor(at.getTime() / 1000).toString(16)}-${Buffer.from(requestId).toString('hex').slice(0, 24)}`;
  const through = joined['x-forwarded-for'] ? `${joined['x-forwarded-for']}, ${sourceIp}` : sourceIp;
  return { ...joined, 'x-amzn-trace-id': trace, 'x-forwarded-for': through, 'x-forwarded-port': String(port), 'x-forwarded-proto': 'http' };
}

const cookiesOf = ({ headers }: Arrived) => headers['cookie']?.flatMap((line) => line.split(/;\s*/));

function bodyOf({ body, headers }: Arrived): Pick<APIGatewayProxyEventV2, 'body' | 'isBase64Encoded'> {
  if (body.length === 0) return { isBase64Encoded: false };
  const isText = TEXT.test(headers['content-type']?.[0] ?? '');
  return { body: body.toString(isText ? 'utf8' : 'base64'), isBase64Encoded: !isText };
}

/** Leaves out what API Gateway leaves out. */
const present = <T extends object>(fields: T) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;

function requestContextOf(arrived: Arrived, match: Match, { requestId, at }: Stamp): APIGatewayProxyEventV2['requestContext'] {
  const host = arrived.headers['host']?.[0] ?? '';
  return {
    accountId: '000000000000',
    apiId: 'local',
    domainName: host,
    domainPrefix: host.split('.')[0] ?? '',
    http: {
      method: arrived.method,
      path: decodedPath(arrived.url.split('?')[0]!),
      protocol: 'HTTP/1.1',
      sourceIp: arrived.sourceIp,
      userAgent: arrived.headers['user-agent']?.[0] ?? '',
    },
    requestId,
    routeKey: match.route.key,
    stage: '$default',
    time: clfTime(at),
    timeEpoch: at.getTime(),
  };
}

/** The event of payload format 2.0 that the function receives for a request. */
export function eventOf(arrived: Arrived, match: Match, stamp: Stamp): APIGatewayProxyEventV2 {
  const [path = '/', ...query] = arrived.url.split('?');
  const rawQueryString = query.join('?');
  const optional = present({
    cookies: cookiesOf(arrived),
    queryStringParameters: queryOf(rawQueryString),
    pathParameters: Object.keys(match.pathParameters).length > 0 ? { ...match.pathParameters } : undefined,
  });
  return {
    version: '2.0',
    routeKey: match.route.key,
    rawPath: decodedPath(path),
    rawQueryString,
    headers: headersOf(arrived, stamp),
    requestContext: requestContextOf(arrived, match, stamp),
    ...(optional as Partial<APIGatewayProxyEventV2>),
    ...bodyOf(arrived),
  };
}
