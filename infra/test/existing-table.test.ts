import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { bureau } from '../bureau/bureau';
import { bureausNamed } from '../bureau/registry';
import { rooms } from '../lib/endpoints';
import { sitePlan } from '../lib/site-plan';
import { found, stubBundles } from './synthesised';

const KMS = 'arn:aws-cn:kms:cn-north-1:111122223333:key/';
const table = {
  name: 'yibao-restored',
  streamArn: 'arn:aws-cn:dynamodb:cn-north-1:111122223333:table/yibao-restored/stream/2026-11-22T03:00:00.000',
  keyArn: `${KMS}00000000-0000-4000-8000-000000000001`,
  dataKeyArn: `${KMS}00000000-0000-4000-8000-000000000002`,
};

function planned(edge: 'rest' | 'http') {
  const { app, stacks } = sitePlan({ bureaus: [bureau({ ...bureausNamed('jinan')[0]!, edge, table })], bundles: stubBundles(), app: { outdir: mkdtempSync(join(tmpdir(), 'cdk-')) } });
  return { app, stack: stacks.find(({ stackName }) => stackName === 'yibao-jinan')! };
}

/** The table’s ARN, its partition left to CloudFormation. */
const ofTable = { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':dynamodb:cn-north-1:111122223333:table/yibao-restored']] };

describe.each(['rest', 'http'] as const)('with the edge %s a deployment on a restored table', (edge) => {
  let deployed: Template;
  beforeAll(() => {
    const { app, stack } = planned(edge);
    // Throws where cdk-nag finds something that has no reason.
    app.synth();
    deployed = Template.fromStack(stack);
  }, 60_000);

  test('makes neither a table nor keys of its own', () => {
    deployed.resourceCountIs('AWS::DynamoDB::GlobalTable', 0);
    expect(found(deployed, 'AWS::KMS::Key').filter(([, { Properties }]) => /table|data keys/.test(String(Properties['Description'])))).toEqual([]);
  });

  test('gives every function the table and the key of keys that wrote its rows', () => {
    const environments = found(deployed, 'AWS::Lambda::Function').map(([, { Properties }]) => Properties['Environment'] as { Variables?: Readonly<Record<string, unknown>> } | undefined);
    const given = (name: string) => environments.map((environment) => environment?.Variables?.[name]).filter((value) => value !== undefined);
    expect(given('TABLE_NAME').length).toBeGreaterThan(rooms.length);
    expect(new Set(given('TABLE_NAME'))).toEqual(new Set([table.name]));
    expect(new Set(given('KEY_PROVIDER'))).toEqual(new Set([`kms:${table.dataKeyArn}`]));
  });

  test('lets functions touch that table and no other, and use its keys', () => {
    const statements = found(deployed, 'AWS::IAM::Policy').flatMap(([, { Properties }]) => (Properties['PolicyDocument'] as { Statement: { Action: string | string[]; Resource: unknown }[] }).Statement);
    const resourcesOf = (prefix: string) => new Set(statements.filter(({ Action }) => String(Action).startsWith(prefix) && !/Stream|Shard/.test(String(Action))).map(({ Resource }) => JSON.stringify(Resource)));
    expect(resourcesOf('dynamodb:')).toEqual(new Set([JSON.stringify(ofTable)]));
    expect([...resourcesOf('kms:')]).toEqual(expect.arrayContaining([table.keyArn, table.dataKeyArn].map((arn) => JSON.stringify(arn))));
  });

  test('follows its stream, backs it up every night and watches it', () => {
    const streams = found(deployed, 'AWS::Lambda::EventSourceMapping').filter(([, { Properties }]) => Properties['EventSourceArn'] === table.streamArn);
    expect(streams.length).toBeGreaterThan(0);
    deployed.hasResourceProperties('AWS::Backup::BackupSelection', { BackupSelection: { Resources: [ofTable] } });
    deployed.hasResourceProperties('AWS::CloudWatch::Alarm', { MetricName: 'WriteThrottleEvents', Dimensions: [{ Name: 'TableName', Value: table.name }] });
    deployed.hasOutput('TableName', { Value: table.name });
    deployed.hasOutput('KeyProvider', Match.objectLike({ Value: `kms:${table.dataKeyArn}` }));
  });
});
