import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { LOCAL_AWS } from '@yibao/simulator/src/database/dynamodb';
import { type Stack, startStack } from '@yibao/simulator/src/stack';
import { newWalk, STEP_NAMES, STEPS, type Walking } from '../rehearsal/walk';
import { logReader, tableTraces } from './stack-traces';
import { StorySweep } from './story-sweep';

const LONG = 90_000;
const sweep = new StorySweep();
let stack: Stack;
let logs: ReturnType<typeof logReader>;
let citizen: Walking;

beforeAll(async () => {
  stack = await startStack({ overheard: sweep.overheard });
  logs = logReader(join(stack.dataDir, 'logs'));
  citizen = await newWalk(stack);
  sweep.know(citizen.person);
}, LONG);

afterAll(() => stack.stop());

const searched = async () => {
  sweep.hear([...(await tableTraces(stack.database, stack.table)), ...logs()]);
  return sweep.leaks();
};

test('a life with a voucher on the whole stack leaves no personal data where it does not belong (ALL-4)', async () => {
  for (const name of STEP_NAMES) await STEPS[name](citizen);
  expect(await searched()).toEqual([]);
}, LONG);

async function written(row: object): Promise<void> {
  const credentials = { accessKeyId: LOCAL_AWS.AWS_ACCESS_KEY_ID, secretAccessKey: LOCAL_AWS.AWS_SECRET_ACCESS_KEY };
  const client = new DynamoDBClient({ endpoint: stack.database, region: LOCAL_AWS.AWS_REGION, credentials });
  await client.send(new PutItemCommand({ TableName: stack.table, Item: marshall({ version: 1, ...row }) }));
  client.destroy();
}

test.each<readonly [string, string, (secret: string) => unknown]>([
  ['a row that the table holds', 'row', (secret) => written({ pk: 'V#planted', sk: 'NOTE', note: secret })],
  ['a line that a function prints', 'log', (secret) => appendFileSync(join(stack.dataDir, 'logs/voucher.log'), `found ${secret}\n`)],
])('what is planted in %s is found', async (_what, outlet, plant) => {
  for (const [kind, secret] of [['name', citizen.person.name], ['idNumber', citizen.person.idNumber], ['token', citizen.token], ['pin', citizen.pin]] as const) {
    await plant(secret);
    expect(await searched()).toContainEqual(expect.objectContaining({ kind, outlet }));
  }
}, LONG);
