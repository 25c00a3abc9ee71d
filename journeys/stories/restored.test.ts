import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { LOCAL_AWS } from '@yibao/simulator/src/database/dynamodb';
import { type Stack, startStack } from '@yibao/simulator/src/stack';
import { masterKeyIn } from '@yibao/simulator/src/stack/data-folder';
import type { Citizen } from '../citizen/citizen';
import { newPerson } from '../citizen/person';
import { Phones } from '../citizen/targets';
import { counterSays } from '../rehearsal/walk';
import { TABLE } from './recorded';
import { PIN, STORY } from './stage';

const TABLE_COMMAND = resolve(__dirname, '../../simulator/bin/table.mjs');

const folder = mkdtempSync(join(tmpdir(), 'yibao-restored-'));
const [before, after, saved] = ['before', 'after', 'saved'].map((name) => join(folder, name)) as [string, string, string];
const open: Stack[] = [];

afterAll(async () => {
  for (const stack of open) await stack.stop();
  rmSync(folder, { recursive: true });
});

async function started(dataDir: string, ports: Readonly<Record<string, number>> = {}): Promise<Stack> {
  const stack = await startStack({ dataDir, ports });
  open.push(stack);
  return stack;
}

async function stopped(stack: Stack): Promise<void> {
  open.splice(open.indexOf(stack), 1);
  await stack.stop();
}

/** `npm run table`, as an operator types it. */
const table = async (words: readonly string[], env: NodeJS.ProcessEnv = {}) => (await promisify(execFile)(process.execPath, [TABLE_COMMAND, ...words], { env: { ...process.env, ...env } })).stdout;

const runningIn = ({ database, dataDir }: Stack) => ({ ...LOCAL_AWS, AWS_ENDPOINT_URL_DYNAMODB: database, TABLE_NAME: TABLE, KEY_PROVIDER: pathToFileURL(masterKeyIn(dataDir)).href });

const portOf = (url: string) => Number(new URL(url).port);

/** The code that the phone shows next, as soon as it knows that this one was used, or with the next minute. */
async function anotherCode(citizen: Citizen, than: string): Promise<string> {
  for (let i = 0; i < 350; i += 1) {
    const code = await citizen.readCode();
    if (code !== than) return code;
    await sleep(200);
  }
  throw new Error('the phone goes on showing a code that was used');
}

/** The compiled mini-program stays on its phone with what it keeps there, while the service behind it is another. */
test('从正在运行的服务导出，恢复到新的数据库和新的服务：激活过的手机照样出码，窗口照样能用 (ADM-6)', async () => {
  const first = await started(before);
  const phones = new Phones(first);
  const citizen = await phones.open({ target: 'weapp', person: await newPerson(first.outside, 'ok') });
  await citizen.activate({ pin: PIN });
  await citizen.showCode(PIN);
  const used = await citizen.readCode();
  expect(await counterSays(first, used)).toBe('accepted');
  expect(await table(['export', saved], runningIn(first))).toContain('已导出');
  const ports = { api: portOf(first.api), outside: portOf(first.outside), web: portOf(first.web) };
  await stopped(first);

  for (const kept of ['secrets', 'persons.json']) cpSync(join(before, kept), join(after, kept), { recursive: true });
  expect(await table(['restore', saved, '--data', after])).toContain('已恢复');
  const second = await started(after, ports);
  await citizen.restart();
  await citizen.showCode(PIN);
  expect(await counterSays(second, used)).toBe('refused');
  expect(await counterSays(second, await anotherCode(citizen, used))).toBe('accepted');
  await citizen.restart('pages/voucher/uses');
  await citizen.hands.waitForText('济南市示范人民医院');
  await phones.stop();
}, STORY);
