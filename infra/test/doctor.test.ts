import { bureau } from '../bureau/bureau';
import type { Account, TableState } from '../deployment/account';
import { partsOf } from '../deployment/aws-account';
import { examine, findingLine } from '../deployment/doctor';
import { jinan, NOW, rightAccount } from './right-account';

/** What the doctor says of a bureau in this account. */
async function lines(of: typeof jinan, account: Partial<Account>): Promise<string> {
  const findings = await examine(of, { account: { ...rightAccount, ...account }, node: '22.11.0', commit: 'c'.repeat(40), now: NOW });
  return findings.map(findingLine).join('\n');
}

test('before the first deployment the doctor says that there is no stack yet and what will be made', async () => {
  expect(await lines(jinan, { stack: async () => undefined })).toContain('✓ 现状：还没有 yibao-jinan 这个栈：这是第一次部署，会新建一张空表和两把密钥');
});

test('a bureau without a platform is met, and told to import its insured persons', async () => {
  const found = await lines(jinan, { secretParts: async () => ({ filled: ['wechat', 'alipay', 'sms'], insured: 'table' }) });
  expect(found).toMatch(/✓ 平台密钥：.*参保信息查导入的数据：部署后先运行 npm run insured:import/);
});

test.each([
  [{ wechat: { appId: 'a' } }, { filled: ['wechat'], insured: 'table' }],
  [{ bureau: { source: 'table' } }, { filled: ['bureau'], insured: 'table' }],
  [{ wechat: { appId: '' }, bureau: { url: '', privateKey: 'k' } }, { filled: [], insured: 'platform' }],
  [{ bureau: { url: 'https://b.example' } }, { filled: ['bureau'], insured: 'platform' }],
])('the parts of the secret %j are told without their values', (secret, parts) => {
  expect(partsOf(JSON.stringify(secret))).toEqual(parts);
});

const KMS = 'arn:aws-cn:kms:cn-north-1:111122223333:key/00000000-0000-4000-8000-00000000000';
const STREAM = 'arn:aws-cn:dynamodb:cn-north-1:111122223333:table/yibao-restored/stream/2026-11-22T03:00:00.000';
const onRestored = bureau({ ...jinan, table: { name: 'yibao-restored', streamArn: STREAM, keyArn: `${KMS}1`, dataKeyArn: `${KMS}2` } });
const READY: TableState = { status: 'ACTIVE', keySchema: 'pk, sk', streamArn: STREAM, streamView: 'NEW_AND_OLD_IMAGES', ttl: 'ttl', restorable: true, deletionProtected: true, keyArn: `${KMS}1` };

test('a restored table that has what restoring leaves out is deployed upon', async () => {
  expect(await lines(onRestored, { table: async () => READY })).toContain('✓ 数据表：已有的 yibao-restored，部署不改动它');
});

test.each<[string, Partial<TableState> | undefined, string]>([
  ['is not there', undefined, '没有 yibao-restored 这张表。先按 docs/bureau/restore.md 恢复'],
  ['is still being restored', { status: 'CREATING' }, '状态是 CREATING，恢复完成（ACTIVE）后再部署'],
  ['is another service’s', { keySchema: 'id' }, '主键是 id，应为 pk 和 sk'],
  ['has no stream', { streamArn: undefined }, '没有打开流'],
  ['streams only keys', { streamView: 'KEYS_ONLY' }, '流的内容是 KEYS_ONLY'],
  ['has another stream than the file says', { streamArn: STREAM.replace('11-22', '11-23') }, '和 table.streamArn 不同'],
  ['never lets rows end', { ttl: undefined }, '没有打开 TTL'],
  ['could not be restored again', { restorable: false }, '没有打开时间点恢复'],
  ['could be deleted', { deletionProtected: false }, '没有打开删除保护'],
  ['is encrypted with another key', { keyArn: undefined }, '加密密钥是 AWS 自有的，和 table.keyArn 不同'],
])('nothing is deployed upon a table that %s', async (_, state, sentence) => {
  const found = await lines(onRestored, { table: async () => state && { ...READY, ...state } });
  expect(found).toContain('✗ 数据表：');
  expect(found).toContain(sentence);
});
