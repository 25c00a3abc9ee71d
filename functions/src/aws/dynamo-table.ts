import { isDeepStrictEqual } from 'node:util';
import { DynamoDBClient, TransactionCanceledException, ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { Conflict, nextVersion, type Put, type Row, type Table } from './table';
import { withPatience, type Patience } from './patience';

type Image = Parameters<typeof unmarshall>[0];

export const dynamoClient = () => DynamoDBDocumentClient.from(new DynamoDBClient({}), { marshallOptions: { removeUndefinedValues: true } });

const rowOf = (image: Image | undefined) => (image ? (unmarshall(image) as Row) : undefined);

/** The item to write and the condition under which DynamoDB accepts it. */
function itemOf(put: Put, table: string) {
  const Item = { ...put.row, version: nextVersion(put) };
  const base = { TableName: table, Item, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const };
  return put.was === 'absent'
    ? { ...base, ConditionExpression: 'attribute_not_exists(pk)' }
    : { ...base, ConditionExpression: 'version = :was', ExpressionAttributeValues: { ':was': put.was } };
}

/** A write that was made but whose answer was lost looks like a conflict with itself. */
const isOwn = (put: Put, current: Row | undefined) =>
  current !== undefined && isDeepStrictEqual(current, JSON.parse(JSON.stringify({ ...put.row, version: nextVersion(put) })));

function settle(puts: readonly Put[], currents: readonly (Row | undefined | false)[]): void {
  const disturbed = puts.findIndex((put, i) => {
    const current = currents[i];
    return current !== false && !isOwn(put, current);
  });
  if (disturbed >= 0) throw new Conflict(currents[disturbed] || undefined);
}

const isRefused = ({ Code }: { Code?: string | undefined }) => Code === 'ConditionalCheckFailed';

/** A refused condition becomes a Conflict, unless what stands there is our own write; anything else is thrown on. */
function answerFailure(error: unknown, puts: readonly Put[]): void {
  const reasons = error instanceof TransactionCanceledException ? (error.CancellationReasons ?? []) : [];
  if (error instanceof ConditionalCheckFailedException) settle(puts, [rowOf(error.Item)]);
  else if (reasons.some(isRefused)) settle(puts, reasons.map((reason) => isRefused(reason) && rowOf(reason.Item)));
  else throw error;
}

const readers = (client: DynamoDBDocumentClient, TableName: string): Pick<Table, 'get' | 'query'> => ({
  async get({ pk, sk }) {
    const { Item } = await client.send(new GetCommand({ TableName, Key: { pk, sk }, ConsistentRead: true }));
    return Item as Row | undefined;
  },
  async query({ pk, prefix, newestFirst = false, limit }) {
    const query = new QueryCommand({
      TableName,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
      ScanIndexForward: !newestFirst,
      ConsistentRead: true,
      Limit: limit,
    });
    return ((await client.send(query)).Items ?? []) as Row[];
  },
});

/** The table in DynamoDB. `patience` waits between tries when transactions collide, which the SDK itself does not repeat. */
export function dynamoTable(client: DynamoDBDocumentClient, name: string, patience: Patience): Table {
  const send = (puts: readonly Put[]): Promise<unknown> =>
    puts.length === 1
      ? client.send(new PutCommand(itemOf(puts[0]!, name)))
      : client.send(new TransactWriteCommand({ TransactItems: puts.map((put) => ({ Put: itemOf(put, name) })) }));
  return {
    ...readers(client, name),
    async write(puts) {
      await withPatience(patience, () => send(puts)).catch((error: unknown) => {
        answerFailure(error, puts);
      });
    },
    async count({ pk, sk }, ttl) {
      const counting = new UpdateCommand({
        TableName: name,
        Key: { pk, sk },
        UpdateExpression: 'ADD #count :one SET #ttl = :ttl',
        ExpressionAttributeNames: { '#count': 'count', '#ttl': 'ttl' },
        ExpressionAttributeValues: { ':one': 1, ':ttl': ttl },
        ReturnValues: 'UPDATED_NEW',
      });
      return Number((await client.send(counting)).Attributes?.['count']);
    },
  };
}
