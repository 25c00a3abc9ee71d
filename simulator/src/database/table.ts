import { setTimeout as sleep } from 'node:timers/promises';
import { ask, DatabaseRefused } from './dynamodb';

const attribute = (name: string) => ({ AttributeName: name, AttributeType: 'S' });

const description = (name: string, isStreamed: boolean) => ({
  TableName: name,
  AttributeDefinitions: [attribute('pk'), attribute('sk')],
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  BillingMode: 'PAY_PER_REQUEST',
  ...(isStreamed ? { StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' } } : {}),
});

const quietly = (type: string) => (error: unknown) => {
  if (!(error instanceof DatabaseRefused && error.type === type)) throw error;
};

const call = (endpoint: string, name: string, input: unknown) => ask<unknown>(endpoint, { service: 'DynamoDB', name, input });

async function statusOf(endpoint: string, table: string): Promise<string> {
  const answer = await ask<{ Table: { TableStatus: string } }>(endpoint, { service: 'DynamoDB', name: 'DescribeTable', input: { TableName: table } });
  return answer.Table.TableStatus;
}

const TRIES = 100;

async function untilActive(endpoint: string, table: string): Promise<void> {
  for (let i = 0; i < TRIES; i += 1) {
    if ((await statusOf(endpoint, table)) === 'ACTIVE') return;
    await sleep(50);
  }
  throw new Error(`Table ${table} did not become active`);
}

/**
 * Makes the table as in AWS (keys, stream, ttl) unless it exists, and waits until it can be used. Without a stream where nobody follows it and
 * much is written: the embedded database writes the slower the more a stream holds.
 */
export async function createTable(endpoint: string, table: string, { isStreamed = true } = {}): Promise<void> {
  await call(endpoint, 'CreateTable', description(table, isStreamed)).catch(quietly('ResourceInUseException'));
  await untilActive(endpoint, table);
  const ttl = { TableName: table, TimeToLiveSpecification: { Enabled: true, AttributeName: 'ttl' } };
  await call(endpoint, 'UpdateTimeToLive', ttl).catch(quietly('ValidationException'));
}

export async function dropTable(endpoint: string, table: string): Promise<void> {
  await call(endpoint, 'DeleteTable', { TableName: table }).catch(quietly('ResourceNotFoundException'));
}
