import { type AttributeValue, BatchWriteItemCommand, type DynamoDBClient, ScanCommand, type WriteRequest } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { Key } from './table';

/** A row exactly as it is stored, what it is sealed with and the name of its last write included. */
export type Image = Record<string, AttributeValue>;

/** All rows of a table, as they are. Only for operators' commands: no function may scan. */
export interface TableCopy {
  pages(): AsyncGenerator<readonly Image[]>;
  isEmpty(): Promise<boolean>;
  /** Writes rows without looking what is there. */
  write(images: readonly Image[]): Promise<void>;
  /** Takes rows away; one that is not there is gone already. */
  remove(keys: readonly Key[]): Promise<void>;
}

/** What BatchWriteItem takes at once. */
const TOGETHER = 25;
const TRIES = 8;

export function dynamoCopy(client: Pick<DynamoDBClient, 'send'>, TableName: string, sleep: (ms: number) => Promise<void>): TableCopy {
  const send = async (requests: readonly WriteRequest[], tried = 1): Promise<void> => {
    const { UnprocessedItems } = await client.send(new BatchWriteItemCommand({ RequestItems: { [TableName]: [...requests] } }));
    const left = UnprocessedItems?.[TableName] ?? [];
    if (left.length === 0) return;
    if (tried >= TRIES) throw new Error('the table takes no more rows');
    await sleep(50 * 2 ** tried);
    await send(left, tried + 1);
  };
  const sendAll = async (requests: readonly WriteRequest[]) => {
    for (let at = 0; at < requests.length; at += TOGETHER) await send(requests.slice(at, at + TOGETHER));
  };
  return {
    async *pages() {
      let ExclusiveStartKey: Image | undefined;
      do {
        const { Items = [], LastEvaluatedKey } = await client.send(new ScanCommand({ TableName, ExclusiveStartKey, ConsistentRead: true, Limit: 500 }));
        yield Items;
        ExclusiveStartKey = LastEvaluatedKey;
      } while (ExclusiveStartKey);
    },
    isEmpty: async () => ((await client.send(new ScanCommand({ TableName, Limit: 1, ConsistentRead: true }))).Items ?? []).length === 0,
    write: (images) => sendAll(images.map((Item) => ({ PutRequest: { Item } }))),
    remove: (keys) => sendAll(keys.map(({ pk, sk }) => ({ DeleteRequest: { Key: marshall({ pk, sk }) } }))),
  };
}
