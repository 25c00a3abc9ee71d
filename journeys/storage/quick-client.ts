import { Agent, request } from 'node:http';
import { ConditionalCheckFailedException, type DynamoDBClient, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { signature } from '../../simulator/src/database/dynamodb';

type Fields = Readonly<Record<string, unknown>>;

interface Sent {
  readonly constructor: { readonly name: string };
  readonly input: Fields;
}

interface Refused {
  readonly __type: string;
  readonly message?: string;
}

/** The SDK's own errors where the table looks for them. */
function failure(body: Refused): Error {
  const name = body.__type.split('#').at(-1)!;
  const told = { ...body, message: body.message ?? name, $metadata: {} };
  if (name === 'ConditionalCheckFailedException') return new ConditionalCheckFailedException(told);
  if (name === 'TransactionCanceledException') return new TransactionCanceledException(told);
  return Object.assign(new Error(told.message), { name });
}

/** DynamoDB's name for a command of the client. */
const operationOf = (command: string) => command.replace(/Command$/, '');

interface Answered {
  readonly isDone: boolean;
  readonly body: Fields;
}

/** The few commands of the table, without the SDK, which takes a millisecond for each: for tests that make a million of them. */
export function quickClient(endpoint: string): DynamoDBClient {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const ask = (name: string, body: string) =>
    new Promise<Answered>((resolve, reject) => {
      const headers = { ...signature(), 'x-amz-target': `DynamoDB_20120810.${name}`, 'content-length': Buffer.byteLength(body) };
      const asking = request(endpoint, { method: 'POST', agent, headers }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () => resolve({ isDone: answer.statusCode === 200, body: JSON.parse(Buffer.concat(parts).toString()) as Fields }));
        answer.on('error', reject);
      });
      asking.on('error', reject);
      asking.end(body);
    });
  const send = async ({ constructor, input }: Sent): Promise<Fields> => {
    const { isDone, body } = await ask(operationOf(constructor.name), JSON.stringify(input));
    if (!isDone) throw failure(body as unknown as Refused);
    return body;
  };
  return { send } as unknown as DynamoDBClient;
}
