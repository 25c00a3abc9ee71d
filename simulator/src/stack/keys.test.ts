import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LOCAL_AWS } from '../database/dynamodb';
import { type Engine, startEngine } from '../database/engine';
import { createTable } from '../database/table';
import { keys } from './keys';

const folder = mkdtempSync(join(tmpdir(), 'yibao-keys-'));
const before = { ...process.env };
let engine: Engine;
let said: string[];

beforeAll(async () => {
  engine = await startEngine({ port: 0 });
  await createTable(engine.endpoint, 'yibao');
});

beforeEach(() => {
  said = [];
  const hear = (line?: unknown) => void said.push(String(line));
  jest.spyOn(console, 'log').mockImplementation(hear);
  jest.spyOn(console, 'error').mockImplementation(hear);
});

afterEach(() => {
  jest.restoreAllMocks();
  process.env = { ...before };
});

afterAll(async () => {
  await engine.stop();
  rmSync(folder, { recursive: true });
});

const place = { TABLE_NAME: 'yibao', KEY_PROVIDER: pathToFileURL(join(folder, 'master.key')).href };

test('the command rotates the keys of the table that the environment names', async () => {
  Object.assign(process.env, LOCAL_AWS, place, { AWS_ENDPOINT_URL_DYNAMODB: engine.endpoint });
  expect([await keys(['list']), await keys(['rotate']), await keys(['list'])]).toEqual([0, 0, 0]);
  expect(said.join('\n')).toMatch(/k1 .*file.*在用 in use[\s\S]*k2 .*file.*待启用 waits/);
  expect(statSync(join(folder, 'master.key')).mode & 0o077).toBe(0);
});

test('without a running stack it says what to start, and makes no key file', async () => {
  Object.assign(process.env, { YIBAO_DATABASE_PORT: '9' });
  expect(await keys(['list'])).toBe(1);
  expect(said).toEqual([expect.stringContaining('npm start')]);
});
