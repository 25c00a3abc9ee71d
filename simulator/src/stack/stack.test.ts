import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DEVICE_HEADER } from '@yibao/shared';
import { DataInUse } from './data-folder';
import { PortBusy } from './port';
import { REGIONS } from './seed';
import { type Stack, startStack, type StackOptions } from './stack';

const ROOT = resolve(__dirname, '../../..');
const folder = join(mkdtempSync(join(tmpdir(), 'stack-')), 'data');
const stacks: Stack[] = [];

beforeAll(() => void execFileSync(process.execPath, ['functions/build.mjs'], { cwd: ROOT }), 30_000);
afterEach(async () => {
  for (const stack of stacks.splice(0)) await stack.stop();
});
afterAll(() => rmSync(resolve(folder, '..'), { recursive: true }));

async function stack(options: StackOptions = {}): Promise<Stack> {
  const started = await startStack(options);
  stacks.push(started);
  return started;
}

const post = async (url: string, body: unknown) => (await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })).json() as Promise<Record<string, string>>;

const PHONE = 'a'.repeat(32);

async function signIn({ api, outside }: Stack): Promise<string> {
  const { code } = await post(`${outside}/phone/weapp/login`, { person: 'ok' });
  const { token } = await post(`${api}/session`, { channel: 'weapp', code, device: PHONE });
  return token!;
}

const activation = async ({ api }: Stack, token: string) => (await fetch(`${api}/activation`, { headers: { authorization: `Bearer ${token}`, [DEVICE_HEADER]: PHONE } })).status;

/** Children of this process that are a database or its leash. */
const databases = () =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/stat`, 'utf8').split(' ')[3] === String(process.pid) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('dynoxide');
      } catch {
        return false;
      }
    });

test('the whole stack stands on free ports, answers with the seeded regions, and leaves nothing when stopped', async () => {
  const steps: string[] = [];
  const started = await stack({ onStep: (step) => steps.push(step) });
  const { regions } = (await (await fetch(`${started.api}/regions`)).json()) as { regions: { code: string; open: boolean }[] };
  expect(regions.map(({ code, open }) => [code, open]).sort()).toEqual(REGIONS.map(({ code, open }) => [code, open]).sort());
  expect(steps).toHaveLength(5);
  expect(databases()).toHaveLength(1);
  await started.stop();
  expect(databases()).toEqual([]);
  expect(existsSync(started.dataDir)).toBe(false);
  for (const url of [started.api, started.web, started.outside, started.database]) await expect(fetch(url)).rejects.toThrow();
}, 20_000);

test('sessions, secrets and the institution survive a restart on the same data, and --fresh forgets them', async () => {
  const first = await stack({ dataDir: folder });
  const token = await signIn(first);
  expect(await activation(first, token)).toBe(200);
  await first.stop();
  const second = await stack({ dataDir: folder });
  expect([await activation(second, token), second.institution]).toEqual([200, first.institution]);
  await second.stop();
  const third = await stack({ dataDir: folder, fresh: true });
  expect(await activation(third, token)).toBe(401);
  expect(third.institution.key.x).not.toBe(first.institution.key.x);
}, 30_000);

test('secrets can be read by their owner only', async () => {
  const { dataDir } = await stack();
  const secrets = readdirSync(join(dataDir, 'secrets'));
  expect(secrets.sort()).toEqual(['institution.json', 'master.key', 'operator-op1001.json', 'operator-op1002.json', 'outside-world.json', 'platform.json']);
  expect(secrets.map((name) => statSync(join(dataDir, 'secrets', name)).mode & 0o077)).toEqual(secrets.map(() => 0));
  expect(statSync(join(dataDir, 'secrets')).mode & 0o077).toBe(0);
}, 20_000);

test.each(['api', 'web', 'outside', 'database'] as const)('a busy %s port is named with the option that changes it, before any data is touched', async (name) => {
  const { api } = await stack();
  const port = Number(new URL(api).port);
  const untouched = join(folder, 'untouched');
  const failure = await startStack({ ports: { [name]: port }, dataDir: untouched }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(PortBusy);
  expect((failure as Error).message).toContain(`${port}（${name}）`);
  expect((failure as Error).message).toContain(`--${name}-port`);
  expect(existsSync(untouched)).toBe(false);
}, 20_000);

test('data in use by another process that runs is left alone, that of one that ended is taken over', async () => {
  const used = join(folder, 'used');
  mkdirSync(used, { recursive: true });
  writeFileSync(join(used, 'in-use-by'), String(process.ppid));
  await expect(startStack({ dataDir: used, fresh: true })).rejects.toThrow(DataInUse);
  expect(readdirSync(used)).toEqual(['in-use-by']);
  writeFileSync(join(used, 'in-use-by'), '4194303');
  const started = await stack({ dataDir: used });
  expect(readFileSync(join(used, 'in-use-by'), 'utf8')).toBe(String(process.pid));
  await started.stop();
  expect(existsSync(join(used, 'in-use-by'))).toBe(false);
}, 20_000);

test('functions can be loaded again while the stack stands', async () => {
  const started = await stack();
  await started.reload();
  expect((await fetch(`${started.api}/regions`)).status).toBe(200);
}, 20_000);
