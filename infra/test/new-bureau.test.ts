import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { transformSync } from '@swc/core';
import { bureau } from '../bureau/bureau';
import { newBureau } from '../bureau/new-bureau';
import { QUESTIONS } from '../bureau/questions';

const FLAGS = {
  name: '青岛市医疗保障局',
  id: 'qingdao',
  account: '111122223333',
  domain: 'ybm.qingdao.example',
  certificate: 'arn:aws-cn:acm:cn-north-1:111122223333:certificate/00000000-0000-4000-8000-000000000000',
  icp: '鲁ICP备2026000000号-1',
  wechat: 'wx0000000000000000',
  alipay: '2021000000000000',
  mail: 'ops@qingdao.example',
};

/** Only given where a restored table is taken. */
const RESTORED = {
  table: 'yibao-restored',
  'table-stream': 'arn:aws-cn:dynamodb:cn-north-1:111122223333:table/yibao-restored/stream/2026-11-22T03:00:00.000',
  'table-key': 'arn:aws-cn:kms:cn-north-1:111122223333:key/00000000-0000-4000-8000-000000000001',
  'data-key': 'arn:aws-cn:kms:cn-north-1:111122223333:key/00000000-0000-4000-8000-000000000002',
};

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'yibao-bureau-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const args = (flags: Readonly<Record<string, string>>) => ['370200', ...Object.entries(flags).map(([flag, value]) => `--${flag}=${value}`)];
const silently = (flags: Readonly<Record<string, string>>) => newBureau(args(flags), folder, { say: () => undefined });

/** What the written file exports. */
function loaded(path: string): Record<string, unknown> {
  const { code } = transformSync(readFileSync(path, 'utf8'), { jsc: { parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } });
  const module = { exports: {} };
  runInNewContext(code, { module, exports: module.exports, require: () => ({ bureau }) });
  return module.exports;
}

test('options alone make a file that its own schema takes, with the usual answers for the rest', async () => {
  const path = await silently(FLAGS);
  expect(loaded(path)['qingdao']).toMatchObject({
    id: 'qingdao',
    code: '370200',
    hotline: '12393',
    demo: false,
    region: 'cn-north-1',
    domain: { name: FLAGS.domain, icpNumber: FLAGS.icp },
    platformSecret: 'yibao/qingdao/platforms',
    logDays: 180,
    ceiling: { read: 12_000, write: 4_000 },
  });
});

test('a restored table is written into the file where it is given, and half of it is refused', async () => {
  await expect(silently({ ...FLAGS, table: 'yibao-restored' })).rejects.toThrow('table.streamArn：请填写表的流的 ARN');
  expect(loaded(await silently({ ...FLAGS, ...RESTORED }))['qingdao']).toMatchObject({ table: { name: RESTORED.table, dataKeyArn: RESTORED['data-key'] } });
});

test('every field of the file stands below its Chinese explanation', async () => {
  const text = readFileSync(await silently({ ...FLAGS, ...RESTORED }), 'utf8');
  for (const { path, asks } of QUESTIONS) expect(text).toMatch(new RegExp(`/\\*\\* ${asks.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')} \\*/\\n\\s+${path.split('.').at(-1)!}: `));
});

test('where nobody can be asked, every missing option is named with what it is', async () => {
  const { account: _account, mail: _mail, ...rest } = FLAGS;
  await expect(silently(rest)).rejects.toThrow(/--account：AWS 账号.*例如 111122223333\n {2}- --mail：报警邮箱/s);
  expect(readdirSync(folder)).toEqual([]);
});

test.each([
  [{ account: '12' }, '--account：AWS 账号应为12位数字'],
  [{ wechat: 'abc' }, '--wechat：微信小程序 appId 为 wx 加16位小写十六进制'],
  [{ demo: '也许' }, '--demo：请写明是否演示环境（true 或 false）'],
  [{ 'log-days': '30' }, '--log-days：日志至少保留180天'],
  [{ region: 'ap-southeast-1' }, 'region：真实的个人信息只能放在'],
])('%j is refused and nothing is written', async (wrong, sentence) => {
  await expect(silently({ ...FLAGS, ...wrong })).rejects.toThrow(sentence);
  expect(readdirSync(folder)).toEqual([]);
});

test('a file that exists is never overwritten', async () => {
  writeFileSync(join(folder, '370200.ts'), 'kept');
  await expect(silently(FLAGS)).rejects.toThrow('infra/bureaus/370200.ts 已经有了');
  expect(readFileSync(join(folder, '370200.ts'), 'utf8')).toBe('kept');
});

test.each([[['3702']], [[]], [['370200', '--colour=red']]])('%j is answered with how to call it', async (wrong) => {
  await expect(newBureau(wrong, folder, { say: () => undefined })).rejects.toThrow('用法：npm run bureau:new -- 370100');
});

test('who is asked hears what is wrong and is asked again', async () => {
  const { account: _account, ...rest } = FLAGS;
  const lines = ['12', '111122223333'];
  const said: string[] = [];
  const asked: string[] = [];
  await newBureau(args({ ...rest, hotline: '12393', demo: '否', region: 'cn-north-1', edge: 'rest', secret: 'yibao/q', 'log-days': '180', read: '100', write: '100' }), folder, {
    ask: async (prompt) => {
      asked.push(prompt);
      return lines.shift()!;
    },
    say: (text) => said.push(text),
  });
  expect(asked).toHaveLength(2);
  expect(said.join()).toContain('AWS 账号应为12位数字');
});
