import { createServer, type IncomingMessage } from 'node:http';
import type { Fifo } from '@yibao/simulator/src/queue/fifo';
import { bodyOf, sqsAnswer } from '@yibao/simulator/src/queue/sqs';
import { listenOn, type Listening } from '@yibao/simulator/src/stack/port';
import { type Asked, allowing, type Statement } from './decision';
import { askedBy, type Things } from './asked';
import type { KeyService } from '@yibao/functions/src/testing/kms-service';

/** A call that was let through or not, and by which statement. */
export interface Decision {
  readonly runner: string;
  readonly asked: Asked;
  readonly by: Statement | undefined;
}

export interface Checkpoint {
  readonly runner: string;
  /** Read at every call: a deployment may change them. */
  readonly statements: () => readonly Statement[];
  readonly things: Things;
  /** The database behind. */
  readonly endpoint: string;
  readonly keys: KeyService;
  /** By the end of their URL. */
  readonly queues: ReadonlyMap<string, Fifo>;
  /** Another function of the template, by its name. */
  readonly functionOf: (name: string) => { readonly arn: string; readonly call: (payload: unknown) => Promise<unknown> };
  /** The document in Secrets Manager. */
  readonly secret: () => string;
  readonly decided: (decision: Decision) => void;
}

interface Reply {
  readonly status: number;
  readonly body: string;
}

const refusal = (runner: string, { action, resource }: Asked): Reply => ({
  status: 400,
  body: JSON.stringify({ __type: 'com.amazonaws#AccessDeniedException', message: `User: ${runner} is not authorized to perform: ${action} on resource: ${resource}` }),
});

/** Whom an invocation is for; undefined for every other call. */
const calledIn = ({ url = '' }: IncomingMessage): string | undefined => {
  const [, name] = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/.exec(url) ?? [];
  return name;
};

async function passedOn(endpoint: string, request: IncomingMessage, body: string): Promise<Reply> {
  const names = ['x-amz-target', 'content-type', 'x-amz-date', 'authorization', 'x-amz-security-token'];
  const headers = Object.fromEntries(names.flatMap((name) => (typeof request.headers[name] === 'string' ? [[name, request.headers[name]]] : [])));
  const answer = await fetch(endpoint, { method: 'POST', headers, body });
  return { status: answer.status, body: await answer.text() };
}

/** Between a function and AWS: lets through what the function’s role allows, and refuses everything else as AWS does. */
export async function startCheckpoint({ runner, statements, things, endpoint, keys, queues, functionOf, secret, decided }: Checkpoint): Promise<Listening> {
  const judged = (asked: Asked): boolean => {
    const by = allowing(statements(), asked);
    decided({ runner, asked, by });
    return by !== undefined;
  };

  const answerOf = async (name: string, request: IncomingMessage): Promise<Reply> => {
    const { arn, call } = functionOf(name);
    const asked = { action: 'lambda:InvokeFunction', resource: arn, context: {} };
    return judged(asked) ? { status: 200, body: JSON.stringify(await call(JSON.parse(await bodyOf(request)))) } : { ...refusal(runner, asked), status: 403 };
  };

  const answerTo = async (request: IncomingMessage): Promise<Reply> => {
    const called = calledIn(request);
    if (called !== undefined) return answerOf(called, request);
    const [target, body] = [String(request.headers['x-amz-target']), await bodyOf(request)];
    const refused = askedBy(target, JSON.parse(body) as Parameters<typeof askedBy>[1], things).find((asked) => !judged(asked));
    if (refused) return refusal(runner, refused);
    if (target.startsWith('TrentService')) return { status: 200, body: JSON.stringify(keys(target.split('.')[1]!, JSON.parse(body) as Parameters<KeyService>[1])) };
    if (target.startsWith('AmazonSQS')) return { status: 200, body: JSON.stringify(sqsAnswer(target.split('.')[1]!, JSON.parse(body) as Parameters<typeof sqsAnswer>[1], (url) => queues.get(url.split('/').at(-1)!))) };
    if (target.startsWith('secretsmanager')) return { status: 200, body: JSON.stringify({ SecretString: secret() }) };
    return passedOn(endpoint, request, body);
  };

  const server = createServer((request, response) => {
    answerTo(request).then(
      ({ status, body }) => response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(body),
      (error: unknown) => response.writeHead(500, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify({ __type: 'InternalServerError', message: String(error) })),
    );
  });
  return listenOn(server, { port: 0, name: 'database' });
}
