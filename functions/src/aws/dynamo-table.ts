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
  const disturbed = puts.findIndex((put, i) => currents[i] !== false && !isOwn(put, currents[i] as Row | undefined));
  if (disturbed >= 0) throw new Conflict(currents[disturbed] as Row | undefined);
}

function answerFailure(error: unknown, puts: readonly Put[]): void {
  if (error instanceof ConditionalCheckFailedException) return settle(puts, [rowOf(error.Item)]);
  if (error instanceof TransactionCanceledException) {
    const reasons = error.CancellationReasons ?? [];
    if (reasons.some(({ Code }) => Code === 'ConditionalCheckFailed')) {
      return settle(puts, reasons.map(({ Code, Item }) => (Code === 'ConditionalCheckFailed' ? rowOf(Item) : false)));
    }
  }
  throw error;
}

/** The table in DynamoDB. `patience` waits between tries when transactions collide, which the SDK itself does not repeat. */
export function dynamoTable(client: DynamoDBDocumentClient, name: string, patience: Patience): Table {
  const send = (puts: readonly Put[]): Promise<unknown> =>
    puts.length === 1
      ? client.send(new PutCommand(itemOf(puts[0]!, name)))
      : client.send(new TransactWriteCommand({ TransactItems: puts.map((put) => ({ Put: itemOf(put, name) })) }));
  return {
    async get({ pk, sk }) {
      const { Item } = await client.send(new GetCommand({ TableName: name, Key: { pk, sk }, ConsistentRead: true }));
      return Item as Row | undefined;
    },
    async query({ pk, prefix, newestFirst = false, limit }) {
      const { Items } = await client.send(
        new QueryCommand({
          TableName: name,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
          ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
          ScanIndexForward: !newestFirst,
          ConsistentRead: true,
          Limit: limit,
        }),
      );
      return (Items ?? []) as Row[];
    },
    async write(puts) {
      await withPatience(patience, () => send(puts)).catch((error: unknown) => answerFailure(error, puts));
    },
    async count({ pk, sk }, ttl) {
      const { Attributes } = await client.send(
        new UpdateCommand({
          TableName: name,
          Key: { pk, sk },
          UpdateExpression: 'ADD #count :one SET #ttl = :ttl',
          ExpressionAttributeNames: { '#count': 'count', '#ttl': 'ttl' },
          ExpressionAttributeValues: { ':one': 1, ':ttl': ttl },
          ReturnValues: 'UPDATED_NEW',
        }),
      );
      return Number(Attributes?.['count']);
    },
  };
}
