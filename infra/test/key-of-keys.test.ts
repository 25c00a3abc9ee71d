import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import { bureau } from '../bureau/bureau';
import { bureausNamed } from '../bureau/registry';
import { sitePlan } from '../lib/site-plan';
import { found, stubBundles } from './synthesised';

const file = bureausNamed('jinan')[0]!;
const keyOfKeys = 'arn:aws-cn:kms:cn-north-1:111122223333:key/00000000-0000-4000-8000-000000000009';

test('a deployment after the data keys moved has the new key of keys everywhere, and keeps its own for the way back', () => {
  const { app, stacks } = sitePlan({ bureaus: [bureau({ ...file, keyOfKeys })], bundles: stubBundles(), app: { outdir: mkdtempSync(join(tmpdir(), 'cdk-')) } });
  app.synth();
  const deployed = Template.fromStack(stacks.find(({ stackName }) => stackName === 'yibao-jinan')!);
  const environments = found(deployed, 'AWS::Lambda::Function').map(([, { Properties }]) => (Properties['Environment'] as { Variables?: Readonly<Record<string, unknown>> } | undefined)?.Variables?.['KEY_PROVIDER']);
  expect(new Set(environments.filter(Boolean))).toEqual(new Set([`kms:${keyOfKeys}`]));
  const statements = found(deployed, 'AWS::IAM::Policy').flatMap(([, { Properties }]) => (Properties['PolicyDocument'] as { Statement: { Action: string | string[]; Resource: unknown; Condition?: object }[] }).Statement);
  const ofDataKeys = statements.filter(({ Condition }) => JSON.stringify(Condition ?? {}).includes('yibao-data-key'));
  expect(ofDataKeys.length).toBeGreaterThan(0);
  expect(new Set(ofDataKeys.map(({ Resource }) => Resource))).toEqual(new Set([keyOfKeys]));
  expect(found(deployed, 'AWS::KMS::Key').filter(([, { Properties }]) => /data keys/.test(String(Properties['Description'])))).toHaveLength(1);
  deployed.hasOutput('KeyProvider', { Value: `kms:${keyOfKeys}` });
}, 60_000);

test.each([
  ['of another account', { keyOfKeys: keyOfKeys.replace('111122223333', '444455556666') }, 'keyOfKeys：主密钥必须在本账号的 cn-north-1 区域'],
  ['of another region', { keyOfKeys: keyOfKeys.replace('cn-north-1', 'cn-northwest-1') }, 'keyOfKeys：主密钥必须在本账号的 cn-north-1 区域'],
  ['that is no ARN', { keyOfKeys: 'alias/yibao' }, 'keyOfKeys：主密钥的 ARN 写法如'],
  ['beside an existing table, which names its own', { keyOfKeys, table: { name: 'yibao-restored', streamArn: 'arn:aws-cn:dynamodb:cn-north-1:111122223333:table/yibao-restored/stream/2026-11-22T03:00:00.000', keyArn: keyOfKeys, dataKeyArn: keyOfKeys } }, 'keyOfKeys：已有的表的主密钥写在 table.dataKeyArn'],
])('a key of keys %s is refused', (_what, wrong, sentence) => {
  expect(() => bureau({ ...file, ...wrong })).toThrow(sentence);
});
