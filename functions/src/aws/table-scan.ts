import { type DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { imageOf, shownIn } from './dynamo-table';
import type { Key, Row } from './table';

export interface Page {
  readonly rows: readonly Row[];
  /** Where to go on; undefined at the end. */
  readonly next: string | undefined;
}

/** Every row of the table, page by page. Only for operators' commands: no function may scan. */
export interface Scan {
  /** `after` is the `next` of the page before. */
  page(after: string | undefined, limit: number): Promise<Page>;
}

export const dynamoScan = (client: DynamoDBClient, TableName: string): Scan => ({
  async page(after, Limit) {
    const ExclusiveStartKey = after === undefined ? undefined : (imageOf(JSON.parse(after) as Key));
    const { Items = [], LastEvaluatedKey } = await client.send(new ScanCommand({ TableName, Limit, ExclusiveStartKey, ConsistentRead: true }));
    return { rows: Items.map(shownIn), next: LastEvaluatedKey && JSON.stringify(unmarshall(LastEvaluatedKey)) };
  },
});
