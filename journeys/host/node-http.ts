import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { NetworkError, type HttpRequest, type NetworkFailure, type Transport } from './http';

const FAILURES: Readonly<Record<string, NetworkFailure>> = { ECONNREFUSED: 'CONNECTION_REFUSED', ETIMEDOUT: 'TIMED_OUT' };

const failureOf = (error: Error): NetworkError => {
  if (error instanceof NetworkError) return error;
  const code = 'code' in error ? String(error.code) : '';
  return new NetworkError(FAILURES[code] ?? 'CONNECTION_RESET');
};

const flat = (headers: IncomingHttpHeaders): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]));

/** Plain HTTP without connection reuse, so that nothing stays open after a test. */
export const nodeHttp: Transport = ({ url, method, headers, body, timeout }: HttpRequest) => {
  const outgoing = httpRequest(url, { method, headers: { ...headers, ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }) }, timeout, agent: false });
  const answer = new Promise<{ status: number; headers: Record<string, string>; body: string }>((resolve, reject) => {
    const fail = (error: Error) => reject(failureOf(error));
    outgoing.on('timeout', () => outgoing.destroy(new NetworkError('TIMED_OUT')));
    outgoing.on('error', fail);
    outgoing.on('response', (incoming) => {
      const parts: Buffer[] = [];
      incoming.on('data', (part: Buffer) => parts.push(part));
      incoming.on('error', fail);
      incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, headers: flat(incoming.headers), body: Buffer.concat(parts).toString('utf8') }));
    });
    outgoing.end(body);
  });
  return { answer, abort: () => void outgoing.destroy(new NetworkError('ABORTED')) };
};
