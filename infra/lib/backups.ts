import { ArnFormat, Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { BackupPlan, BackupPlanRule, BackupResource, BackupVault, type IBackupVault } from 'aws-cdk-lib/aws-backup';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Schedule } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import { copiesRegionOf, copiesVaultOf } from './copies-stack';
import type { Site } from './room-function';

/** Beside the point-in-time recovery of 35 days, which ends with the table. */
const KEPT = Duration.days(35);
const COPIES_KEPT = Duration.days(90);

/** A backup of the table every night, and a copy of it in the other Chinese region: what is left when an account's region or its people fail. */
export class Backups extends Construct {
  constructor(scope: Construct, id: string, { bureau, store, alarms }: Pick<Site, 'bureau' | 'store' | 'alarms'>) {
    super(scope, id);
    const vault = new BackupVault(this, 'Vault', { removalPolicy: RemovalPolicy.RETAIN });
    const copies = copiesRegionOf(bureau) && this.copiesVault(copiesRegionOf(bureau)!, copiesVaultOf(bureau));
    const plan = new BackupPlan(this, 'Plan', {
      backupPlanRules: [
        new BackupPlanRule({
          ruleName: 'nightly',
          backupVault: vault,
          // 3 o'clock in China.
          scheduleExpression: Schedule.cron({ hour: '19', minute: '0' }),
          deleteAfter: KEPT,
          ...(copies && { copyActions: [{ destinationBackupVault: copies, deleteAfter: COPIES_KEPT }] }),
        }),
      ],
    });
    const selection = plan.addSelection('Table', { resources: [BackupResource.fromDynamoDbTable(store.table)] });
    Validations.of(selection).acknowledge({
      id: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup]',
      reason: 'The rights that AWS Backup needs are its own to know; it may back up, not read.',
    });
    for (const metricName of ['NumberOfBackupJobsFailed', 'NumberOfCopyJobsFailed']) {
      const metric = new Metric({ namespace: 'AWS/Backup', metricName, statistic: 'Sum', period: Duration.hours(1) });
      alarms.watch(this, metricName, { metric, from: 1, says: 'The nightly backup or its copy failed', runbook: 'backups' });
    }
  }

  private copiesVault(region: string, name: string): IBackupVault {
    const arn = Stack.of(this).formatArn({ service: 'backup', resource: 'backup-vault', resourceName: name, region, arnFormat: ArnFormat.COLON_RESOURCE_NAME });
    return BackupVault.fromBackupVaultArn(this, 'Copies', arn);
  }
}
