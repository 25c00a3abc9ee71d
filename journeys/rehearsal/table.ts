import { setTimeout as sleep } from 'node:timers/promises';
import { ask } from '@yibao/simulator/src/database/dynamodb';
import { type Template, theOne } from './template';
import { tableIn } from './values';

interface Properties {
  readonly StreamSpecification: object;
  readonly TimeToLiveSpecification: object;
  readonly AttributeDefinitions: unknown;
  readonly KeySchema: unknown;
  readonly BillingMode: unknown;
}

const call = (endpoint: string, name: string, input: object) => ask<{ Table?: { TableStatus: string } }>(endpoint, { service: 'DynamoDB', name, input });

/** Makes the template’s table in a database: keys, stream and ttl as they stand there. */
export async function createTableOf(template: Template, endpoint: string): Promise<void> {
  const { AttributeDefinitions, KeySchema, BillingMode, StreamSpecification, TimeToLiveSpecification } = theOne(template, 'AWS::DynamoDB::GlobalTable')[1].Properties as unknown as Properties;
  const TableName = tableIn(template);
  await call(endpoint, 'CreateTable', { TableName, AttributeDefinitions, KeySchema, BillingMode, StreamSpecification: { StreamEnabled: true, ...StreamSpecification } });
  while ((await call(endpoint, 'DescribeTable', { TableName })).Table?.TableStatus !== 'ACTIVE') await sleep(20);
  await call(endpoint, 'UpdateTimeToLive', { TableName, TimeToLiveSpecification });
}
