import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { dynamoClient, dynamoTable } from '@yibao/functions/src/aws/dynamo-table';
import type { Table } from '@yibao/functions/src/aws/table';
import { dynamoScan, type Scan } from '@yibao/functions/src/aws/table-scan';
import { providerAt } from '@yibao/functions/src/keys/provider-at';
import { LOCAL_AWS } from '../database/dynamodb';
import { masterKeyIn } from './data-folder';
import { settingsFrom } from './settings';
import { TABLE } from './deployment';

/** A table and its keys, as operators' commands work on them. */
export interface OperatorsTable {
  readonly table: Table;
  readonly scan: Scan;
  readonly provider: ReturnType<typeof providerAt>;
  readonly tableName: string;
  readonly now: () => Date;
  readonly print: (line: string) => void;
}

/** Which table, and the key of its keys. Named in the environment (TABLE_NAME, KEY_PROVIDER, AWS’s own variables), otherwise those of the local stack. */
function placeIn(env: NodeJS.ProcessEnv): { tableName: string; provider: string } {
  const { TABLE_NAME: tableName, KEY_PROVIDER: provider } = env;
  if (tableName !== undefined && provider !== undefined) return { tableName, provider };
  const { ports, dataDir, endpoint } = settingsFrom([], env);
  Object.assign(env, LOCAL_AWS, { AWS_ENDPOINT_URL_DYNAMODB: endpoint ?? `http://127.0.0.1:${ports.database}` });
  return { tableName: TABLE, provider: pathToFileURL(masterKeyIn(dataDir)).href };
}

const UNREACHABLE = '连不上数据库，请先在另一个窗口运行 npm start / the database does not answer, run npm start first';

/** Words for an operator; a defect keeps its own. The SDK wraps what the network says. */
function wordsOf(error: unknown): string {
  const { message, stack = message } = error as Error;
  return message.includes('ECONNREFUSED') ? UNREACHABLE : stack;
}

/** Runs an operator's command on the table that the environment names. Resolves to the exit code. */
export async function onTable(command: (at: OperatorsTable) => Promise<number>, env: NodeJS.ProcessEnv = process.env): Promise<number> {
  const { tableName, provider } = placeIn(env);
  const client = dynamoClient();
  const table = dynamoTable(client, tableName, { random: () => randomInt(1_000_000) / 1_000_000, sleep: (ms) => sleep(ms) });
  try {
    return await command({ table, scan: dynamoScan(client, tableName), provider: providerAt(provider), tableName, now: () => new Date(), print: (line) => console.log(line) });
  } catch (error) {
    console.error(wordsOf(error));
    return 1;
  } finally {
    client.destroy();
  }
}
