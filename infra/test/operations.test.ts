import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { bureau } from '../bureau/bureau';
import { bureausNamed } from '../bureau/registry';
import { rooms } from '../lib/endpoints';
import { CopiesStack } from '../lib/copies-stack';
import { sitePlan } from '../lib/site-plan';
import { found, plan, stubBundles, templates } from './synthesised';

const RUNBOOK = join(__dirname, '../../docs/bureau/runbook');
const pages = readdirSync(RUNBOOK);

describe.each(templates)('%s', (_, template) => {
  const named = found(template, 'AWS::CloudWatch::Alarm').map(([id, { Properties }]) => [id, /docs\/bureau\/runbook\/([a-z-]+\.md)$/.exec(String(Properties['AlarmDescription']))?.[1]] as const);

  test('every alarm names a page that says what to do, in Chinese and English', () => {
    expect(named.length).toBeGreaterThan(20);
    for (const [, page] of named) expect(pages).toContain(page);
    for (const page of pages) expect(readFileSync(join(RUNBOOK, page), 'utf8')).toMatch(/\*\*中文\*\*[^]*\*\*English\*\*/);
  });

  test('counts refused assertions and copied sessions in the logs of those who refuse them, and an alarm reads each count', () => {
    const counted = found(template, 'AWS::Logs::MetricFilter').map(([, { Properties }]) => [Properties['FilterPattern'], (Properties['MetricTransformations'] as { MetricName: string }[])[0]!.MetricName] as const);
    const watched = new Set(found(template, 'AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties['MetricName']));
    expect(counted.filter(([pattern]) => pattern === '"assertion refused"')).toHaveLength(2);
    expect(counted.filter(([pattern]) => pattern === '"other device"')).toHaveLength(rooms.length);
    expect(counted.filter(([, name]) => !watched.has(name))).toEqual([]);
  });

  test('is backed up every night', () => {
    template.hasResourceProperties('AWS::Backup::BackupPlan', { BackupPlan: { BackupPlanRule: [Match.objectLike({ ScheduleExpression: 'cron(0 19 * * ? *)', Lifecycle: { DeleteAfterDays: 35 } })] } });
    template.hasResource('AWS::Backup::BackupVault', { DeletionPolicy: 'Retain' });
  });

  test('has one page on which the bureau sees its service', () => {
    const [, { Properties }] = found(template, 'AWS::CloudWatch::Dashboard')[0]!;
    const body = JSON.stringify(Properties['DashboardBody']);
    for (const piece of ['happened', 'declined', 'Latency', 'upstream', 'IteratorAge', 'ApproximateNumberOfMessagesVisible']) expect(body).toContain(piece);
  });
});

test('no page is left of an alarm that is gone', () => {
  const named = templates.flatMap(([, template]) => found(template, 'AWS::CloudWatch::Alarm').map(([, { Properties }]) => String(Properties['AlarmDescription']).split('/').at(-1)));
  expect(pages.filter((page) => !named.includes(page))).toEqual([]);
});

const copyTargets = (template: Template) => JSON.stringify(found(template, 'AWS::Backup::BackupPlan')[0]![1].Properties).match(/CopyActions/g);

test('a copy of each backup lies in the other Chinese region, and nothing of a demonstration goes there', () => {
  const [jinan, demo] = templates.map(([, template]) => template);
  expect(copyTargets(jinan!)).toHaveLength(1);
  expect(JSON.stringify(found(jinan!, 'AWS::Backup::BackupPlan'))).toContain(':backup:cn-northwest-1:111122223333:backup-vault:yibao-jinan-copies');
  expect(copyTargets(demo!)).toBeNull();
});

test('the vault of the copies is made in the other region, first', () => {
  const { app, stacks } = plan();
  const copies = app.node.children.filter((child): child is CopiesStack => child instanceof CopiesStack);
  expect(copies.map(({ stackName, region }) => [stackName, region])).toEqual([['yibao-jinan-copies', 'cn-northwest-1']]);
  expect(stacks[0]!.dependencies).toContain(copies[0]);
  Template.fromStack(copies[0]!).hasResource('AWS::Backup::BackupVault', { DeletionPolicy: 'Retain', Properties: { BackupVaultName: 'yibao-jinan-copies' } });
});

test('a table is warmed up as far as the bureau file says', () => {
  const { edge: _edge, ...jinan } = bureausNamed('jinan')[0]!;
  const warm = bureau({ ...jinan, warm: { read: 20_000, write: 8_000 } });
  const { stacks } = sitePlan({ bureaus: [warm], bundles: stubBundles() });
  expect(JSON.stringify(found(Template.fromStack(stacks[0]!), 'AWS::DynamoDB::GlobalTable'))).toContain('"WarmThroughput":{"ReadUnitsPerSecond":20000,"WriteUnitsPerSecond":8000}');
});
