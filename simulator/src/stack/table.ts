import { randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { type TableCopy, dynamoCopy } from '@yibao/functions/src/aws/table-copy';
import { keyRowsIn } from '@yibao/functions/src/keys/key-rows';
import { LOCAL_AWS } from '../database/dynamodb';
import { startEngine } from '../database/engine';
import { createTable } from '../database/table';
import { dataFolder, DataInUse, masterKeyIn } from './data-folder';
import { TABLE } from './deployment';
import { onTable, type OperatorsTable } from './operators-table';
import { settingsFrom } from './settings';
import { exportTable } from './table-export';
import { NotRestorable } from './table-manifest';
import { restoreTable } from './table-restore';

const HELP = `npm run table -- export FOLDER                    把整张表导出到空文件夹（密文原样）every row, sealed as it is
npm run table -- restore FOLDER [--data FOLDER]   恢复到空表：本机先停掉 npm start，--data 是数据文件夹（默认 .data），里面要有原来的 secrets
                                                  into an empty table: locally with npm start stopped and the old secrets in place`;

async function withCopy<T>(table: string, use: (copy: TableCopy) => Promise<T>): Promise<T> {
  const client = new DynamoDBClient({});
  try {
    return await use(dynamoCopy(client, table, (ms) => sleep(ms + randomInt(50))));
  } finally {
    client.destroy();
  }
}

const exported = (folder: string) => ({ table, tableName, now, print }: OperatorsTable) =>
  withCopy(tableName, async (copy) => {
    const { rows, kinds } = await exportTable(folder, { copy, table: tableName, keys: await keyRowsIn(table).all(), now });
    for (const [kind, count] of Object.entries(kinds).sort(([a], [b]) => (a < b ? -1 : 1))) print(`${String(count).padStart(9)}  ${kind}`);
    print(`已导出 ${rows} 行到 ${folder}；没有主密钥谁也打不开 / exported; useless without the key of keys`);
    return 0;
  });

const restored = (folder: string) => ({ tableName, provider, now, print }: OperatorsTable) =>
  withCopy(tableName, async (copy) => {
    const { rows, left } = await restoreTable(folder, { copy, provider, now });
    print(`已恢复 ${rows} 行；${left} 行没有恢复（登录状态、令牌和已过期的），大家要重新登录 / restored; sessions are not`);
    print('请接着核对：npm run audit -- verify / now verify the trails');
    return 0;
  });

/** Without a table named in the environment: the data folder of a local stack that does not run. */
async function restoreLocally(folder: string, data: string, env: NodeJS.ProcessEnv): Promise<number> {
  if (!existsSync(masterKeyIn(data))) throw new NotRestorable(`${data} 里没有 secrets/master.key：请先把原来的 secrets 文件夹复制过来 / copy the old secrets folder there first`);
  const owned = dataFolder(data, false);
  const engine = await startEngine({ port: 0, endpoint: settingsFrom([], env).endpoint, file: owned.file('yibao.db') });
  try {
    await createTable(engine.endpoint, TABLE);
    const place = { ...LOCAL_AWS, AWS_ENDPOINT_URL_DYNAMODB: engine.endpoint, TABLE_NAME: TABLE, KEY_PROVIDER: new URL(`file://${masterKeyIn(data)}`).href };
    return await onTable(worded(restored(folder)), Object.assign(env, place));
  } finally {
    await engine.stop();
    owned.leave();
  }
}

const worded = (command: (at: OperatorsTable) => Promise<number>) => async (at: OperatorsTable) => {
  try {
    return await command(at);
  } catch (error) {
    if (!(error instanceof NotRestorable)) throw error;
    at.print(error.message);
    return 1;
  }
};

async function restore(folder: string, data: string | undefined, env: NodeJS.ProcessEnv): Promise<number> {
  if (data === undefined && env['TABLE_NAME'] !== undefined) return onTable(worded(restored(folder)), env);
  try {
    return await restoreLocally(folder, resolve(data ?? settingsFrom([], env).dataDir), env);
  } catch (error) {
    if (!(error instanceof NotRestorable || error instanceof DataInUse)) throw error;
    console.log(error.message);
    return 1;
  }
}

type Verb = (words: readonly string[], env: NodeJS.ProcessEnv) => Promise<number> | undefined;

const VERBS: Readonly<Record<string, Verb>> = {
  export: ([folder, ...more], env) => (folder === undefined || more.length > 0 ? undefined : onTable(worded(exported(folder)), env)),
  restore([folder, option, data, ...more], env) {
    const isRight = option === undefined || (option === '--data' && data !== undefined && more.length === 0);
    return folder !== undefined && isRight ? restore(folder, data, env) : undefined;
  },
};

/** `npm run table`. Resolves to the exit code. */
export async function table([verb = 'help', ...words]: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  const done = VERBS[verb]?.(words, env);
  if (done) return done;
  console.log(HELP);
  return verb === 'help' ? 0 : 2;
}
