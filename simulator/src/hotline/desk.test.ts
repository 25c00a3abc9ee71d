import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { desk } from './desk';

const folder = mkdtempSync(join(tmpdir(), 'yibao-desk-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function type(words: string, env: Record<string, string> = {}, asked: string[] = []) {
  const lines: string[] = [];
  const code = await desk(words.split(' ').filter(Boolean), { env, askHidden: (question) => (asked.push(question), Promise.resolve('999999199003070012')), print: (line) => void lines.push(line) });
  return { code, text: lines.join('\n') };
}

const servers: Server[] = [];
afterAll(() => servers.forEach((server) => server.close()));

/** Lets everybody in, and knows nothing else. */
async function signingIn(): Promise<string> {
  const granted = JSON.stringify({ access_token: 'op1003.secret', token_type: 'Bearer', expires_in: 600, scope: 'lookup request approve' });
  const server = createServer((_request, answer) => answer.setHeader('content-type', 'application/json').end(granted));
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const keyAt = join(folder, 'own.json');

test('a new key is readable by its owner alone; only its public half is to be given away', async () => {
  expect(await type(`new-key op1003 --out ${keyAt}`)).toMatchObject({ code: 0, text: expect.stringContaining('op1003.public.json') });
  expect(statSync(keyAt).mode & 0o777).toBe(0o600);
  expect(readFileSync(join(folder, 'op1003.public.json'), 'utf8')).not.toContain('"d"');
  expect(await type(`new-key op1003 --out ${keyAt}`)).toMatchObject({ code: 2, text: expect.stringContaining('不会覆盖') });
});

test('a key that others may read is not used', async () => {
  const exposed = join(folder, 'exposed.json');
  writeFileSync(exposed, readFileSync(keyAt));
  chmodSync(exposed, 0o644);
  expect(await type(`login --key ${exposed}`)).toEqual({ code: 2, text: `别人也能读密钥文件，请改权限：chmod 600 ${exposed}` });
});

const BROKEN = join(folder, 'broken.json');
writeFileSync(BROKEN, '{}', { mode: 0o600 });

test.each([
  ['', 0, 'npm run desk -- lookup'],
  ['fly', 2, 'npm run desk -- lookup'],
  ['login', 2, '--key'],
  [`login --key ${join(folder, 'none.json')}`, 2, '没有这个密钥文件'],
  [`login --key ${BROKEN}`, 2, '不是操作员的密钥文件'],
  ['lookup 999999199003070012', 2, '不要写在命令里'],
  ['request T-0001 --unbind 999999199003070012', 2, '不要写在命令里'],
  ['lookup T-0001 --for fun', 2, '不认识'],
  ['new-key OP --out x', 2, '工号'],
  [`login --key ${keyAt} --api http://example.cn`, 2, 'https'],
  [`login --key ${keyAt} --api nowhere`, 2, 'https'],
  [`login --key ${keyAt} --api http://127.0.0.1:9`, 1, '连不上服务'],
])('“%s” ends with %i and says “%s”', async (words, code, text) => {
  expect(await type(words)).toMatchObject({ code, text: expect.stringContaining(text) });
});

test.each([
  ['lookup T-0001 --reason because', '--reason 没有“because”，查询原因可以写：', 'lost-phone'],
  ['lookup T-0001 --reason lost-phone,question', '查询原因只能写一个', ''],
  ['request T-0001 --unbind all --reason lost-phone --checks called-back,trust', '--checks 没有“trust”，核对方式可以写：', 'recent-use'],
  ['reject T-0001 --reason toString', '--reason 没有“toString”，驳回原因可以写：', 'checks-insufficient'],
])('“%s” is judged before an ID number is asked for, and says what may be written', async (words, text, choice) => {
  const asked: string[] = [];
  const said = await type(`${words} --key ${keyAt} --api ${await signingIn()}`, {}, asked);
  expect(said).toMatchObject({ code: 2, text: expect.stringContaining(text) });
  expect(said.text).toContain(choice);
  expect(asked).toEqual([]);
});

test('the key may be named by the environment', async () => {
  expect(await type('login --api http://127.0.0.1:9', { DESK_KEY: keyAt })).toMatchObject({ code: 1 });
});
