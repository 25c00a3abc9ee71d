import { type AttributeValue, BatchWriteItemCommand, type DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';

/** A row exactly as it is stored, what it is sealed with and the name of its last write included. */
export type Image = Record<string, AttributeValue>;

/** All rows of a table, as they are. Only for operators' commands: no function may scan. */
export interface TableCopy {
  pages(): AsyncGenerator<readonly Image[]>;
  isEmpty(): Promise<boolean>;
  /** Writes rows without looking what is there. */
  write(images: readonly Image[]): Promise<void>;
}

/** What BatchWriteItem takes at once. */
const TOGETHER = 25;
const TRIES = 8;

export function dynamoCopy(client: Pick<DynamoDBClient, 'send'>, TableName: string, sleep: (ms: number) => Promise<void>): TableCopy {
  const put = async (images: readonly Image[], tried = 1): Promise<void> => {
    const RequestItems = { [TableName]: images.map((Item) => ({ PutRequest: { Item } })) };
    const { UnprocessedItems } = await client.send(new BatchWriteItemCommand({ RequestItems }));
    const left = (UnprocessedItems?.[TableName] ?? []).flatMap(({ PutRequest }) => (PutRequest?.Item ? [PutRequest.Item] : []));
    if (left.length === 0) return;
    if (tried >= TRIES) throw new Error('the table takes no more rows');
    await sleep(50 * 2 ** tried);
    await put(left, tried + 1);
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
    async write(images) {
      for (let at = 0; at < images.length; at += TOGETHER) await put(images.slice(at, at + TOGETHER));
    },
  };
}
