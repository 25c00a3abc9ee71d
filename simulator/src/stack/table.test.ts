import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { bytesOfHex, codeAt, FACE_CONSENT, READING_AUTHORISATION, SERVICE_AGREEMENT, stepAt } from '@yibao/shared';
import { institutionSession } from '../counter/institution-session';
import { LOCAL_AWS } from '../database/dynamodb';
import { type Stack, startStack } from './stack';
import { table } from './table';

const ROOT = resolve(__dirname, '../../..');
const PIN = '280915';
const folder = mkdtempSync(join(tmpdir(), 'yibao-table-'));
const [before, after, other, saved] = ['before', 'after', 'other', 'saved'].map((name) => join(folder, name)) as [string, string, string, string];
const environment = { ...process.env };
let said: string[] = [];

type Fields = Readonly<Record<string, unknown>>;

async function send(url: string, body: unknown, token?: string): Promise<Fields> {
  const headers = { 'content-type': 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  return { ...((await answer.json()) as Fields), status: answer.status };
}

async function signedIn({ api, outside }: Stack): Promise<string> {
  const { code } = await send(`${outside}/phone/weapp/login`, { person: 'ok' });
  return String((await send(`${api}/session`, { channel: 'weapp', code, device: 'd'.repeat(32) }))['token']);
}

/** The person of the case `ok` with a voucher in WeChat, and the seed on their phone. */
async function activated(stack: Stack) {
  const token = await signedIn(stack);
  const phone = (path: string, more: object = {}) => send(`${stack.outside}/phone/weapp/${path}`, { person: 'ok', ...more });
  const step = (path: string, body: unknown) => send(`${stack.api}/activation/${path}`, body, token);
  const persons = (await (await fetch(`${stack.outside}/phone/persons`)).json()) as { id: string; name: string; idNumber: string }[];
  const { name, idNumber } = persons.find(({ id }) => id === 'ok')!;
  await step('agreement', { version: SERVICE_AGREEMENT.version });
  await step('identity', { name, idNumber, code: (await phone('realname'))['code'] });
  await step('authorisation', { version: READING_AUTHORISATION.version });
  const { face } = (await step('face', { consent: FACE_CONSENT.version })) as unknown as { face: { verifyId: string } };
  await phone('face', { verifyId: face.verifyId });
  await step('face/result', {});
  await step('region', { region: '370100' });
  await step('pin', { pin: PIN });
  const seed = (await send(`${stack.api}/voucher/seed`, {}, token)) as unknown as { seed: string; handle: string; province: string };
  return { token, seed, name };
}

/** What the counter learns from the code that a phone with this seed shows now, without network. */
async function scanned({ api, institution }: Stack, { seed, handle, province }: { seed: string; handle: string; province: string }): Promise<Fields> {
  const token = await institutionSession({ api, institution, now: () => new Date() }).token();
  const ecQrCode = codeAt({ seed: bytesOfHex(seed), handle, province }, { step: stepAt(Date.now() / 1000), sequence: 0 });
  const { orgId } = institution;
  return send(`${api}/ec/query`, { transType: 'ec.query', orgId, data: { orgId, ecQrCode, businessType: '01301', operatorId: 'op1', operatorName: '收费员', officeId: '1', officeName: '内科' } }, token);
}

const exportOf = ({ database, dataDir }: Stack) =>
  table(['export', saved], Object.assign(process.env, LOCAL_AWS, { AWS_ENDPOINT_URL_DYNAMODB: database, TABLE_NAME: 'yibao', KEY_PROVIDER: pathToFileURL(join(dataDir, 'secrets/master.key')).href }));

let held: Awaited<ReturnType<typeof activated>>;

beforeAll(async () => {
  execFileSync(process.execPath, ['functions/build.mjs'], { cwd: ROOT });
  jest.spyOn(console, 'log').mockImplementation((line?: unknown) => void said.push(String(line)));
  const stack = await startStack({ dataDir: before });
  held = await activated(stack);
  said = [];
  expect([await exportOf(stack), said.at(-1)]).toEqual([0, expect.stringContaining('已导出')]);
  await stack.stop();
}, 90_000);

beforeEach(() => {
  said = [];
  process.env = { ...environment };
});

afterAll(() => {
  jest.restoreAllMocks();
  process.env = { ...environment };
  rmSync(folder, { recursive: true });
});

test('an export is for its owner only and shows nobody', () => {
  expect(['', 'rows.jsonl.gz', 'manifest.json'].map((name) => statSync(join(saved, name)).mode & 0o077)).toEqual([0, 0, 0]);
  const rows = gunzipSync(readFileSync(join(saved, 'rows.jsonl.gz'))).toString('utf8');
  expect(rows).toContain('LOCK');
  for (const personal of [held.name, held.seed.seed, held.token]) expect(rows).not.toContain(personal);
});

test('without the key of keys, and with another one, nothing is restored and it says so', async () => {
  expect([await table(['restore', saved, '--data', other]), said.at(-1)]).toEqual([1, expect.stringContaining('secrets')]);
  const stranger = await startStack({ dataDir: other });
  await stranger.stop();
  rmSync(join(other, 'yibao.db'), { force: true });
  expect([await table(['restore', saved, '--data', other]), said.at(-1)]).toEqual([1, expect.stringContaining('主密钥')]);
}, 60_000);

test('who was activated before the export shows a code and is scanned after the restore, after signing in anew', async () => {
  cpSync(join(before, 'secrets'), join(after, 'secrets'), { recursive: true });
  cpSync(join(before, 'persons.json'), join(after, 'persons.json'), { recursive: true });
  expect([await table(['restore', saved, '--data', after]), said.join('\n')]).toEqual([0, expect.stringContaining('要重新登录')]);
  process.env = { ...environment };
  expect([await table(['restore', saved, '--data', after]), said.at(-1)]).toEqual([1, expect.stringContaining('已经有数据')]);
  process.env = { ...environment };
  const stack = await startStack({ dataDir: after });
  try {
    expect((await send(`${stack.api}/voucher/seed`, {}, held.token))['status']).toBe(401);
    expect(await scanned(stack, held.seed)).toMatchObject({ code: 0, data: { userName: held.name } });
    const token = await signedIn(stack);
    expect(await send(`${stack.api}/voucher/seed`, {}, token)).toMatchObject({ status: 200, seed: expect.any(String) });
    expect(await send(`${stack.api}/session/step-up`, { action: 'end-sessions', pin: PIN }, token)).toMatchObject({ status: 200 });
  } finally {
    await stack.stop();
  }
}, 60_000);

test.each([
  ['rows that are not those of the manifest', 'rows.jsonl.gz', '对不上'],
  ['no manifest', 'manifest.json', 'manifest.json'],
])('%s are not restored', async (_, file, words) => {
  const spoilt = join(folder, `spoilt-${file}`);
  cpSync(saved, spoilt, { recursive: true });
  writeFileSync(join(spoilt, file), 'x');
  cpSync(join(before, 'secrets'), join(folder, `for-${file}`, 'secrets'), { recursive: true });
  expect([await table(['restore', spoilt, '--data', join(folder, `for-${file}`)]), said.at(-1)]).toEqual([1, expect.stringContaining(words)]);
}, 30_000);

test.each([[[], 0], [['help'], 0], [['export'], 2], [['restore', 'a', '--data'], 2], [['drop', 'a'], 2]])('%j shows what can be typed', async (words, code) => {
  expect([await table(words), said.join()]).toEqual([code, expect.stringContaining('npm run table -- export')]);
});
