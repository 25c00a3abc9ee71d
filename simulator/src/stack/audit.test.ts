import { appendFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { activated, openCity, signedIn } from '@yibao/functions/src/testing/story';
import { dynamoClient, dynamoTable } from '@yibao/functions/src/aws/dynamo-table';
import { keyRowsIn } from '@yibao/functions/src/keys/key-rows';
import { keyringOf } from '@yibao/functions/src/keys/keyring';
import { providerAt } from '@yibao/functions/src/keys/provider-at';
import { LOCAL_AWS } from '../database/dynamodb';
import { type Engine, startEngine } from '../database/engine';
import { createTable } from '../database/table';
import { audit } from './audit';

const folder = mkdtempSync(join(tmpdir(), 'yibao-audit-'));
const before = { ...process.env };
const place = { TABLE_NAME: 'yibao', KEY_PROVIDER: pathToFileURL(join(folder, 'master.key')).href };
let engine: Engine;
const said: string[] = [];

beforeAll(async () => {
  engine = await startEngine({ port: 0 });
  await createTable(engine.endpoint, 'yibao');
  Object.assign(process.env, LOCAL_AWS, place, { AWS_ENDPOINT_URL_DYNAMODB: engine.endpoint, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' });
  const hear = (line?: unknown) => void said.push(String(line));
  jest.spyOn(console, 'log').mockImplementation(hear);
  jest.spyOn(console, 'error').mockImplementation(hear);
});

afterAll(async () => {
  jest.restoreAllMocks();
  process.env = { ...before };
  await engine.stop();
  rmSync(folder, { recursive: true });
});

test('the command checks the trails in the database with its own keys, anchors them in a file, and finds an entry that was changed there', async () => {
  const client = dynamoClient();
  const table = dynamoTable(client, 'yibao', { random: () => 0.5, sleep: () => Promise.resolve() });
  const keys = keyringOf({ rows: keyRowsIn(table), provider: providerAt(place.KEY_PROVIDER), tableName: 'yibao', now: () => new Date() });
  await keys.refresh();
  const desk = await openCity({ table, keys });
  await activated(desk, await signedIn(desk));
  expect([await audit(['verify']), said.at(-1)]).toEqual([0, expect.stringContaining('1 vouchers and 0 journals checked, 0 findings')]);
  const voucherId = await desk.vouchers.ofPerson('999999199003070012');
  const anchor = join(folder, 'anchor.jsonl');
  expect([await audit(['anchor', anchor]), said.at(-1), statSync(anchor).mode & 0o077]).toEqual([0, expect.stringContaining('1 chains anchored'), 0]);
  expect([await audit(['anchor', anchor]), said.at(-1)]).toEqual([1, expect.stringContaining('没有覆盖')]);
  expect(await audit(['verify', '--against', anchor])).toBe(0);
  appendFileSync(anchor, 'x\n');
  expect([await audit(['verify', '--against', anchor]), said.at(-1)]).toEqual([1, expect.stringContaining('不完整')]);
  expect([await audit(['verify', '--against', join(folder, 'none')]), said.at(-1)]).toEqual([1, expect.stringContaining('没有这个锚定文件')]);
  const entry = await table.get({ pk: `V#${voucherId}`, sk: 'EV#000000000001' });
  await table.write([{ row: { ...entry!, reason: 'rule' }, was: entry!.version }]);
  expect(await audit(['verify', '--voucher', voucherId!])).toBe(1);
  expect(said.join('\n')).toContain('被改动 altered');
  client.destroy();
});
