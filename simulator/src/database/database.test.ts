import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ask } from './dynamodb';
import { type Engine, startEngine } from './engine';
import { follow, type Follower, type Positions } from './follow';
import { streamOf, type StreamRecord } from './shards';
import { createTable, dropTable } from './table';

interface Image extends StreamRecord {
  readonly eventName: string;
  readonly dynamodb: StreamRecord['dynamodb'] & { readonly Keys: { readonly sk: { readonly S: string } }; readonly NewImage: object };
}

const folder = mkdtempSync(join(tmpdir(), 'database-'));
const followers: Follower[] = [];
let engine: Engine;

beforeAll(async () => {
  engine = await startEngine({ port: 0, file: join(folder, 'test.db') });
});
afterEach(async () => {
  for (const follower of followers.splice(0)) await follower.stop();
});
afterAll(async () => {
  await engine.stop();
  rmSync(folder, { recursive: true });
});

const put = (table: string, sk: string) => ask(engine.endpoint, { service: 'DynamoDB', name: 'PutItem', input: { TableName: table, Item: { pk: { S: 'p' }, sk: { S: sk } } } });

async function until(reached: () => boolean): Promise<void> {
  for (let i = 0; i < 200 && !reached(); i += 1) await sleep(25);
}

async function following(table: string, hand: (names: string[]) => Promise<null>, positions: Positions = {}): Promise<Follower> {
  const stream = await streamOf(engine.endpoint, table);
  const follower = follow({ stream, positions, hand: (records) => hand((records as Image[]).map(({ dynamodb }) => dynamodb.Keys.sk.S)), putAside: () => {}, idleMs: 10, waitMs: 1 });
  followers.push(follower);
  return follower;
}

test('the table can be made twice and keeps its rows', async () => {
  await createTable(engine.endpoint, 'twice');
  await put('twice', 'a');
  await createTable(engine.endpoint, 'twice');
  const { Count } = await ask<{ Count: number }>(engine.endpoint, { service: 'DynamoDB', name: 'Scan', input: { TableName: 'twice' } });
  const { TimeToLiveDescription } = await ask<{ TimeToLiveDescription: object }>(engine.endpoint, { service: 'DynamoDB', name: 'DescribeTimeToLive', input: { TableName: 'twice' } });
  expect([Count, TimeToLiveDescription]).toEqual([1, { TimeToLiveStatus: 'ENABLED', AttributeName: 'ttl' }]);
});

test('a table that is not there can be dropped', async () => {
  await expect(dropTable(engine.endpoint, 'nowhere')).resolves.toBeUndefined();
});

test('every row that is written reaches the consumer in order, also when it fails at first', async () => {
  await createTable(engine.endpoint, 'first');
  await put('first', 'before');
  const seen: string[] = [];
  let failures = 3;
  await following('first', async (names) => {
    if (failures-- > 0) throw new Error('not yet');
    seen.push(...names);
    return null;
  });
  for (const sk of ['a', 'b', 'c']) await put('first', sk);
  await until(() => seen.length >= 4);
  expect(seen).toEqual(['before', 'a', 'b', 'c']);
});

test('who follows again goes on after the last record that was done', async () => {
  await createTable(engine.endpoint, 'again');
  const positions: Positions = {};
  const seen: string[] = [];
  const hand = async (names: string[]) => {
    seen.push(...names);
    return null;
  };
  const first = await following('again', hand, positions);
  await put('again', 'a');
  await until(() => seen.length >= 1);
  await first.stop();
  await put('again', 'b');
  await following('again', hand, JSON.parse(JSON.stringify(positions)) as Positions);
  await until(() => seen.length >= 2);
  expect(seen).toEqual(['a', 'b']);
});

test('rows and positions survive a restart of the database', async () => {
  await createTable(engine.endpoint, 'restart');
  const positions: Positions = {};
  const seen: string[] = [];
  const hand = async (names: string[]) => {
    seen.push(...names);
    return null;
  };
  const before = await following('restart', hand, positions);
  await put('restart', 'a');
  await until(() => seen.length >= 1);
  await before.stop();
  await put('restart', 'b');
  await engine.stop();
  engine = await startEngine({ port: 0, file: join(folder, 'test.db') });
  await following('restart', hand, positions);
  await put('restart', 'c');
  await until(() => seen.length >= 3);
  expect(seen).toEqual(['a', 'b', 'c']);
});

test('a busy port is named together with the option that changes it', async () => {
  const port = Number(new URL(engine.endpoint).port);
  await expect(startEngine({ port })).rejects.toThrow(new RegExp(`${port}.*--database-port ${port + 100}.*YIBAO_DATABASE_PORT`, 's'));
});

test('a database that is killed is reported', async () => {
  const other = await startEngine({ port: 0 });
  const pids = await processesNaming(new URL(other.endpoint).port);
  for (const pid of pids) process.kill(pid, 'SIGKILL');
  await expect(other.died).resolves.toMatch(/the database ended/);
});

test('stopping the database leaves no process', async () => {
  const other = await startEngine({ port: 0 });
  const port = new URL(other.endpoint).port;
  expect(await processesNaming(port)).not.toEqual([]);
  await other.stop();
  expect(await processesNaming(port)).toEqual([]);
});

/** Processes started by the leash or as the database itself with this port among their words. */
async function processesNaming(port: string): Promise<number[]> {
  const { readdirSync, readFileSync } = await import('node:fs');
  const words = (pid: string) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    } catch {
      return [];
    }
  };
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name) && words(name).includes('--port') && words(name).includes(port)).map(Number);
}
