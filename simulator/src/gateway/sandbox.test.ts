import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { FunctionFailed, TimedOut } from './calls';
import { type Sandbox, startSandbox } from './sandbox';

const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
const started: Sandbox[] = [];

afterAll(async () => {
  for (const sandbox of started) await sandbox.stop();
  rmSync(folder, { recursive: true });
});

async function sandboxOf(source: string, env: Record<string, string> = {}): Promise<Sandbox> {
  const name = `f${started.length}`;
  const file = join(folder, `${name}.mjs`);
  writeFileSync(file, source);
  const sandbox = await startSandbox({ name, file, env, logFile: join(folder, `${name}.log`) });
  started.push(sandbox);
  return sandbox;
}

test('a function sees its own environment only and the time that is left', async () => {
  const sandbox = await sandboxOf(
    `const made = await Promise.resolve(process.env.TABLE_NAME);
     export const handler = async (event, context) => ({ event, made, home: process.env.HOME, left: context.getRemainingTimeInMillis(), id: context.awsRequestId });`,
    { TABLE_NAME: 'yibao' },
  );
  const result = (await sandbox.invoke({ a: 1 }, 5000)) as { left: number };
  expect(result).toEqual({ event: { a: 1 }, made: 'yibao', left: result.left, id: expect.stringMatching(/^[0-9a-f-]{36}$/) });
  expect(result.left).toBeGreaterThan(4000);
  expect(result.left).toBeLessThanOrEqual(5000);
});

test('a function that throws fails the call, and the next call is answered', async () => {
  const sandbox = await sandboxOf('let n = 0; export const handler = async () => { n += 1; if (n === 1) throw new Error("broken"); return n; };');
  await expect(sandbox.invoke({}, 5000)).rejects.toThrow(FunctionFailed);
  await expect(sandbox.invoke({}, 5000)).resolves.toBe(2);
});

test('a function that dies fails the call and is started again for the next', async () => {
  const sandbox = await sandboxOf('let n = 0; export const handler = async (event) => { n += 1; if (event.die) process.exit(3); return n; };');
  await expect(sandbox.invoke({ die: true }, 5000)).rejects.toThrow(FunctionFailed);
  await expect(Promise.all([sandbox.invoke({}, 5000), sandbox.invoke({}, 5000)])).resolves.toEqual([1, 2]);
});

test('a function that takes too long is given up', async () => {
  const sandbox = await sandboxOf('export const handler = () => new Promise(() => {});');
  await expect(sandbox.invoke({}, 30)).rejects.toThrow(TimedOut);
});

test('a function that cannot be loaded says so at the start', async () => {
  await expect(sandboxOf('throw new Error("TABLE_NAME is missing");')).rejects.toThrow(/did not start. Error: TABLE_NAME is missing/);
});

test('what a function prints goes to its log', async () => {
  const sandbox = await sandboxOf('export const handler = async () => { console.log("printed"); };');
  await sandbox.invoke({}, 5000);
  await sandbox.stop();
  const logged = () => readFileSync(join(folder, `f${started.indexOf(sandbox)}.log`), 'utf8').includes('printed');
  for (let i = 0; i < 200 && !logged(); i += 1) await sleep(25);
  expect(logged()).toBe(true);
});
