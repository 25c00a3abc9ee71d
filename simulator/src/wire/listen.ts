import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Asked, Reply } from './asked';

const HOST = '127.0.0.1';

async function read(request: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const url = new URL(request.url ?? '/', `http://${HOST}`);
  return {
    method: request.method ?? 'GET',
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: request.headers,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

function write(response: ServerResponse, reply: Reply | 'hang up'): void {
  if (reply === 'hang up') response.destroy();
  else response.writeHead(reply.status, { 'content-type': reply.type, 'cache-control': 'no-store' }).end(reply.body);
}

/** Answers on the loopback interface until stopped. Port 0 takes a free one. */
export async function listen(port: number, answer: (asked: Asked) => Promise<Reply | 'hang up'>): Promise<{ url: string; stop: () => Promise<void> }> {
  const server = createServer((request, response) => {
    void read(request)
      .then(answer)
      .then((reply) => write(response, reply))
      .catch(() => response.destroy());
  });
  await new Promise<void>((listening, failed) => server.once('error', failed).listen(port, HOST, listening));
  return { url: `http://${HOST}:${(server.address() as AddressInfo).port}`, stop: () => closed(server) };
}

const closed = (server: Server) =>
  new Promise<void>((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
