import { randomUUID } from 'node:crypto';
import {
  type AttributeValue, ConditionalCheckFailedException, DynamoDBClient, GetItemCommand, PutItemCommand, QueryCommand, TransactionCanceledException, TransactWriteItemsCommand, UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { Conflict, nextVersion, type Put, type Row, type Table } from './table';
import { withPatience, type Patience } from './patience';

type Image = Record<string, AttributeValue>;

export const dynamoClient = () => new DynamoDBClient({});

/** As DynamoDB writes a row; what is undefined is not written. */
export const imageOf = (row: object) => marshall(row, { removeUndefinedValues: true });

type StoredRow = Row & { readonly writtenBy?: string };

const rowOf = (image: Image | undefined) => (image ? (unmarshall(image) as StoredRow) : undefined);

/** Rows as they are stored name the write that made them; nobody else sees this. */
export function shown(stored: Record<string, unknown>): Row {
  const { writtenBy, ...row } = stored;
  return row as unknown as Row;
}

export const shownIn = (image: Image): Row => shown(unmarshall(image));

/** The item to write and the condition under which DynamoDB accepts it. */
function itemOf(put: Put, table: string, writtenBy: string) {
  const Item = imageOf({ ...put.row, version: nextVersion(put), writtenBy });
  const base = { TableName: table, Item, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const };
  return put.was === 'absent'
    ? { ...base, ConditionExpression: 'attribute_not_exists(pk)' }
    : { ...base, ConditionExpression: 'version = :was', ExpressionAttributeValues: imageOf({ ':was': put.was }) };
}

/**
 * A write that was made but whose answer was lost looks like a conflict with itself. It is known by its name, never by equal content:
 * two people who count the same try at the same time write the same row.
 */
function settle(currents: readonly (StoredRow | undefined | false)[], writtenBy: string): void {
  const disturbed = currents.find((current) => current !== false && current?.writtenBy !== writtenBy);
  if (disturbed !== undefined || currents.includes(undefined)) throw new Conflict(disturbed ? shown(disturbed) : undefined);
}

const isRefused = ({ Code }: { Code?: string | undefined }) => Code === 'ConditionalCheckFailed';

/** A refused condition becomes a Conflict, unless what stands there is our own write; anything else is thrown on. */
function answerFailure(error: unknown, writtenBy: string): void {
  const reasons = error instanceof TransactionCanceledException ? (error.CancellationReasons ?? []) : [];
  if (error instanceof ConditionalCheckFailedException) settle([rowOf(error.Item)], writtenBy);
  else if (reasons.some(isRefused)) settle(reasons.map((reason) => isRefused(reason) && rowOf(reason.Item)), writtenBy);
  else throw error;
}

const readers = (client: DynamoDBClient, TableName: string): Pick<Table, 'get' | 'query'> => ({
  async get({ pk, sk }) {
    const { Item } = await client.send(new GetItemCommand({ TableName, Key: imageOf({ pk, sk }), ConsistentRead: true }));
    return Item && shownIn(Item);
  },
  async query({ pk, prefix, newestFirst = false, limit, after: begin }) {
    const found: Row[] = [];
    const asked = {
      TableName,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: imageOf({ ':pk': pk, ':prefix': prefix }),
      ScanIndexForward: !newestFirst,
      ConsistentRead: true,
      Limit: limit,
    };
    let after = begin === undefined ? undefined : imageOf({ pk, sk: begin });
    do {
      const { Items = [], LastEvaluatedKey } = await client.send(new QueryCommand({ ...asked, ExclusiveStartKey: after }));
      found.push(...Items.map(shownIn));
      after = found.length < (limit ?? Infinity) ? LastEvaluatedKey : undefined;
    } while (after);
    return found.slice(0, limit);
  },
});

/** The table in DynamoDB. `patience` waits between tries when transactions collide, which the SDK itself does not repeat. */
export function dynamoTable(client: DynamoDBClient, name: string, patience: Patience): Table {
  const send = (puts: readonly Put[], writtenBy: string): Promise<unknown> =>
    puts.length === 1
      ? client.send(new PutItemCommand(itemOf(puts[0]!, name, writtenBy)))
      : client.send(new TransactWriteItemsCommand({ TransactItems: puts.map((put) => ({ Put: itemOf(put, name, writtenBy) })) }));
  return {
    ...readers(client, name),
    async write(puts) {
      const writtenBy = randomUUID();
      await withPatience(patience, () => send(puts, writtenBy)).catch((error: unknown) => {
        answerFailure(error, writtenBy);
      });
    },
    async count({ pk, sk }, ttl) {
      const counting = new UpdateItemCommand({
        TableName: name,
        Key: imageOf({ pk, sk }),
        UpdateExpression: 'ADD #count :one SET #ttl = :ttl',
        ExpressionAttributeNames: { '#count': 'count', '#ttl': 'ttl' },
        ExpressionAttributeValues: imageOf({ ':one': 1, ':ttl': ttl }),
        ReturnValues: 'UPDATED_NEW',
      });
      return Number((await client.send(counting)).Attributes?.['count']?.N);
    },
  };
}
