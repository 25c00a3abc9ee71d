import { request as ask, type IncomingMessage, type ServerResponse } from 'node:http';

const UNREACHABLE = JSON.stringify({ message: 'Service Unavailable' });

/** Hands a request on to `target` without the first part of its path, and the answer back as it comes. */
export const forward = (target: string, prefix: string) => (request: IncomingMessage, response: ServerResponse) =>
  new Promise<void>((done) => {
    const url = new URL(target + (request.url ?? '/').slice(prefix.length));
    const { method, headers } = request;
    const onward = ask(url, { method: method ?? 'GET', headers: { ...headers, host: url.host } }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response).once('close', done);
    });
    onward.once('error', () => {
      if (response.headersSent) response.destroy();
      else response.writeHead(503, { 'content-type': 'application/json' }).end(UNREACHABLE);
      done();
    });
    request.pipe(onward);
  });
