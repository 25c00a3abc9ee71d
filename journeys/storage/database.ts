import { createTable } from '../../simulator/src/database/table';
import { LOCAL_AWS } from '../../simulator/src/database/dynamodb';
import { type Engine, startEngine } from '../../simulator/src/database/engine';
import { dynamoClient, dynamoTable } from '@yibao/functions/src/aws/dynamo-table';
import type { Table } from '@yibao/functions/src/aws/table';
import { quickClient } from './quick-client';

type Client = ReturnType<typeof dynamoClient>;

export interface RealTable {
  readonly table: Table;
  readonly client: Client;
}

interface RetryToken {
  readonly left: number;
  getRetryCount(): number;
  getRetryDelay(): number;
}

const RETRIES = 3;

const retryToken = (left: number): RetryToken => ({ left, getRetryCount: () => RETRIES - left, getRetryDelay: () => 0 });

/** The SDK's own three tries, without its pauses. */
const atOnce = {
  mode: 'standard',
  acquireInitialRetryToken: () => Promise.resolve(retryToken(RETRIES)),
  refreshRetryTokenForRetry: ({ left }: RetryToken) => (left > 0 ? Promise.resolve(retryToken(left - 1)) : Promise.reject(new Error('no tries left'))),
  recordSuccess: () => {},
};

/** The embedded database, as the service's own code uses it. */
export async function openDatabase(): Promise<{ engine: Engine; tableNamed(name: string): Promise<RealTable>; quickTableNamed(name: string): Promise<Table> }> {
  const engine = await startEngine({ port: 0 });
  Object.assign(process.env, LOCAL_AWS, { AWS_ENDPOINT_URL_DYNAMODB: engine.endpoint, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' });
  const patience = { random: Math.random, sleep: () => Promise.resolve() };
  return {
    engine,
    async quickTableNamed(name) {
      await createTable(engine.endpoint, name, { isStreamed: false });
      return dynamoTable(quickClient(engine.endpoint), name, patience);
    },
    async tableNamed(name) {
      await createTable(engine.endpoint, name);
      const client = dynamoClient();
      Object.assign(client.config, { retryStrategy: () => Promise.resolve(atOnce) });
      return { client, table: dynamoTable(client, name, patience) };
    },
  };
}
