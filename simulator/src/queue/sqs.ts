import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { listenOn, type Listening } from '../stack/port';
import type { Fifo } from './fifo';

interface Batch {
  readonly QueueUrl: string;
  readonly Entries: readonly { readonly Id: string; readonly MessageBody: string; readonly MessageGroupId: string }[];
}

const md5 = (text: string) => createHash('md5').update(text).digest('hex');

/** SQS’s answer to an operation. Throws for what nobody here asks for. */
export function sqsAnswer(operation: string, input: Batch, queueAt: (url: string) => Fifo | undefined): object {
  if (operation !== 'SendMessageBatch') throw new Error(`this SQS does not ${operation}`);
  const queue = queueAt(input.QueueUrl);
  if (!queue) throw new Error('no such queue');
  for (const { MessageBody, MessageGroupId } of input.Entries) queue.send(MessageBody, MessageGroupId);
  return { Successful: input.Entries.map(({ Id, MessageBody }) => ({ Id, MessageId: Id, MD5OfMessageBody: md5(MessageBody), SequenceNumber: '1' })), Failed: [] };
}

export async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

/** An SQS on this computer whose queues are named by the last part of their URL. */
export function startSqs(queues: Readonly<Record<string, Fifo>>): Promise<Listening> {
  const answer = async (request: IncomingMessage) => {
    const [, operation = ''] = String(request.headers['x-amz-target']).split('.');
    return sqsAnswer(operation, JSON.parse(await bodyOf(request)) as Batch, (url) => queues[url.split('/').at(-1)!]);
  };
  const server = createServer((request, response) => {
    const reply = (status: number, body: object) => response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(body));
    answer(request).then(
      (body) => reply(200, body),
      (error: unknown) => reply(400, { __type: 'com.amazonaws.sqs#InvalidAddress', message: String(error) }),
    );
  });
  return listenOn(server, { port: 0, name: 'api' });
}
