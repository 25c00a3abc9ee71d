import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { keyService } from './kms-service';

interface Asked {
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** Whether it came signed. */
  readonly signed: boolean;
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request) text += String(part);
  return text;
}

/** KMS on loopback for the real client. `faults` are what the next calls are answered with: names of errors, or `silence`. */
export async function kmsServer() {
  const keys = keyService();
  const asked: Asked[] = [];
  const faults: string[] = [];
  const answerTo = (operation: string, input: Asked['input']): readonly [number, unknown] => {
    const fault = faults.shift();
    if (fault !== undefined) return [/^(KMSInternal|Dependency|KeyUnavailable)/.test(fault) ? 500 : 400, { __type: fault, message: 'planted' }];
    try {
      return [200, keys(operation, input)];
    } catch (error) {
      return [400, { __type: (error as Error).name, message: (error as Error).message }];
    }
  };
  const server = createServer((request, response) => {
    void textOf(request).then((text) => {
      const [operation, input] = [String(request.headers['x-amz-target']).split('.')[1]!, JSON.parse(text) as Asked['input']];
      asked.push({ operation, input, signed: request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 ') ?? false });
      if (faults[0] === 'silence') return faults.shift();
      const [status, says] = answerTo(operation, input);
      return response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(says));
    });
  });
  await new Promise<void>((up) => server.listen(0, '127.0.0.1', up));
  server.unref();
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, faults, stop };
}
