import { Agent, request } from 'node:http';
import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { signature } from '../../simulator/src/database/dynamodb';

type Fields = Readonly<Record<string, unknown>>;
type Image = Parameters<typeof unmarshall>[0];

interface Sent {
  readonly constructor: { readonly name: string };
  readonly input: Fields;
}

const PLAIN = ['Key', 'Item', 'ExpressionAttributeValues', 'ExclusiveStartKey'];

const closed = (value: unknown) => value && marshall(value, { removeUndefinedValues: true });
const opened = (image: unknown) => image && unmarshall(image as Image);
const changed = (fields: Fields, names: readonly string[], change: (value: unknown) => unknown): Fields =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, names.includes(name) ? change(value) : value]));

function written({ TransactItems, ...input }: Fields & { readonly TransactItems?: readonly { readonly Put: Fields }[] }): Fields {
  const items = TransactItems?.map(({ Put }) => ({ Put: changed(Put, PLAIN, closed) }));
  return { ...changed(input, PLAIN, closed), ...(items ? { TransactItems: items } : {}) };
}

function read({ Items, ...answer }: Fields & { readonly Items?: readonly unknown[] }): Fields {
  return { ...changed(answer, ['Item', 'Attributes', 'LastEvaluatedKey'], opened), ...(Items ? { Items: Items.map(opened) } : {}) };
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

/** DynamoDB's name for a command of the document client. */
const operationOf = (command: string) => command.replace(/^(Get|Put|Update)Command$/, '$1Item').replace('TransactWriteCommand', 'TransactWriteItems').replace('QueryCommand', 'Query');

interface Answered {
  readonly isDone: boolean;
  readonly body: Fields;
}

/** The few commands of the table, without the SDK, which takes a millisecond for each: for tests that make a million of them. */
export function quickClient(endpoint: string): DynamoDBDocumentClient {
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
    const { isDone, body } = await ask(operationOf(constructor.name), JSON.stringify(written(input)));
    if (!isDone) throw failure(body as unknown as Refused);
    return read(body);
  };
  return { send } as unknown as DynamoDBDocumentClient;
}
