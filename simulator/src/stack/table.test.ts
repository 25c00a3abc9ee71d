import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { dynamoClient, dynamoTable } from '@yibao/functions/src/aws/dynamo-table';
import { keyRowsIn } from '@yibao/functions/src/keys/key-rows';
import { keyringOf } from '@yibao/functions/src/keys/keyring';
import { providerAt } from '@yibao/functions/src/keys/provider-at';
import { openDesk } from '@yibao/functions/src/testing/desk';
import { ADA } from '@yibao/functions/src/testing/outside-world';
import { activated, type HeldSeed, openCity, PIN, scan, seedOf, shownBy, signedIn } from '@yibao/functions/src/testing/story';
import { LOCAL_AWS } from '../database/dynamodb';
import { startEngine } from '../database/engine';
import { createTable } from '../database/table';
import { audit } from './audit';
import { masterKeyIn } from './data-folder';
import { table } from './table';

const folder = mkdtempSync(join(tmpdir(), 'yibao-table-'));
const inside = (name: string) => join(folder, name);
const [before, after, saved] = [inside('before'), inside('after'), inside('saved')];
const environment = { ...process.env };
let said: string[] = [];

/** Runs with the service's own code on the database of a data folder, and with that folder's keys. */
async function on<T>(data: string, use: (opened: { rows: ReturnType<typeof dynamoTable>; keys: ReturnType<typeof keyringOf> }) => Promise<T>): Promise<T> {
  mkdirSync(join(data, 'secrets'), { recursive: true, mode: 0o700 });
  const engine = await startEngine({ port: 0, file: join(data, 'yibao.db') });
  const place = { TABLE_NAME: 'yibao', KEY_PROVIDER: pathToFileURL(masterKeyIn(data)).href, AWS_ENDPOINT_URL_DYNAMODB: engine.endpoint, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' };
  Object.assign(process.env, LOCAL_AWS, place);
  await createTable(engine.endpoint, 'yibao');
  const client = dynamoClient();
  try {
    const rows = dynamoTable(client, 'yibao', { random: () => 0.5, sleep: () => Promise.resolve() });
    const keys = keyringOf({ rows: keyRowsIn(rows), provider: providerAt(place.KEY_PROVIDER), tableName: 'yibao', now: () => new Date() });
    await keys.refresh();
    return await use({ rows, keys });
  } finally {
    client.destroy();
    await engine.stop();
    process.env = { ...environment };
  }
}

let held: { readonly token: string; readonly seed: HeldSeed };

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation((line?: unknown) => void said.push(String(line)));
  held = await on(before, async ({ rows, keys }) => {
    const desk = await openCity({ table: rows, keys, start: new Date().toISOString() });
    const token = await signedIn(desk);
    await activated(desk, token);
    const seed = await seedOf(desk, token);
    expect([await table(['export', saved]), said.at(-1)]).toEqual([0, expect.stringContaining('已导出')]);
    expect([await table(['export', saved]), said.at(-1)]).toEqual([1, expect.stringContaining('不是空文件夹')]);
    return { token, seed };
  });
}, 60_000);

beforeEach(() => {
  said = [];
});

afterAll(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

test('an export is for its owner only and shows nobody', () => {
  expect(['', 'rows.jsonl.gz', 'manifest.json'].map((name) => statSync(join(saved, name)).mode & 0o077)).toEqual([0, 0, 0]);
  const rows = gunzipSync(readFileSync(join(saved, 'rows.jsonl.gz'))).toString('utf8');
  expect(rows).toContain('LOCK');
  for (const personal of [ADA.name, ADA.idNumber, ADA.phone, held.seed.seed, held.token]) expect(rows).not.toContain(personal);
});

const restoreTo = (data: string, from = saved) => table(['restore', from, '--data', data]).finally(() => (process.env = { ...environment }));

test('without the key of keys, and with another one, nothing is restored and it says so', async () => {
  const stranger = inside('stranger');
  expect([await restoreTo(stranger), said.at(-1)]).toEqual([1, expect.stringContaining('secrets')]);
  mkdirSync(join(stranger, 'secrets'), { recursive: true });
  writeFileSync(masterKeyIn(stranger), Buffer.alloc(32, 7).toString('base64url'), { mode: 0o600 });
  expect([await restoreTo(stranger), said.at(-1)]).toEqual([1, expect.stringContaining('主密钥')]);
}, 30_000);

test('who was activated before the export shows a code and is scanned after the restore, and signs in anew (ADM-6)', async () => {
  cpSync(join(before, 'secrets'), join(after, 'secrets'), { recursive: true });
  expect([await restoreTo(after), said.join('\n')]).toEqual([0, expect.stringContaining('要重新登录')]);
  expect([await restoreTo(after), said.at(-1)]).toEqual([1, expect.stringContaining('已经有数据')]);
  await on(after, async ({ rows, keys }) => {
    const desk = openDesk(rows, new Date().toISOString(), keys);
    expect((await desk.post('/voucher/seed', {}, { token: held.token })).status).toBe(401);
    expect((await scan(desk, shownBy(held.seed, desk.clock.at))).body).toMatchObject({ code: 0, data: { userName: ADA.name, idNo: ADA.idNumber } });
    const token = await signedIn(desk);
    expect((await desk.post('/voucher/unlock', { pin: PIN }, { token })).status).toBe(200);
    expect([await audit(['verify']), said.at(-1)]).toEqual([0, expect.stringContaining('已核对 1 个凭证')]);
  });
}, 60_000);

test.each([
  ['rows that are not those of the manifest', 'rows.jsonl.gz', '对不上'],
  ['no manifest', 'manifest.json', 'manifest.json'],
])('%s are not restored', async (_, file, words) => {
  const [spoilt, data] = [inside(`spoilt-${file}`), inside(`for-${file}`)];
  cpSync(saved, spoilt, { recursive: true });
  writeFileSync(join(spoilt, file), 'x');
  cpSync(join(before, 'secrets'), join(data, 'secrets'), { recursive: true });
  expect([await restoreTo(data, spoilt), said.at(-1)]).toEqual([1, expect.stringContaining(words)]);
}, 30_000);

test.each([[[], 0], [['help'], 0], [['export'], 2], [['restore', 'a', '--data'], 2], [['drop', 'a'], 2]])('%j shows what can be typed', async (words, code) => {
  expect([await table(words), said.join()]).toEqual([code, expect.stringContaining('npm run table -- export')]);
});
