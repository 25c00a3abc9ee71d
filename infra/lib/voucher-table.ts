import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { AttributeType, Billing, type ITableV2, StreamViewType, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Effect, type IRole, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { Bureau } from '../bureau/bureau';
import type { Alarms } from './alarms';
import type { Permission } from './permissions';

interface Props {
  readonly bureau: Bureau;
  readonly alarms: Alarms;
}

/** One table holds sessions, activations, vouchers and their events; its stream feeds the reactions. It outlives the stack, and may have been there before it. */
export class VoucherTable extends Construct {
  readonly table: ITableV2;
  /** In China the symmetric keys of KMS are SM4. */
  private readonly key: IKey;

  constructor(scope: Construct, id: string, { bureau, alarms }: Props) {
    super(scope, id);
    const { table } = bureau;
    this.key = table
      ? Key.fromKeyArn(this, 'Key', table.keyArn)
      : new Key(this, 'Key', { description: 'Encrypts the voucher table', enableKeyRotation: true, removalPolicy: RemovalPolicy.RETAIN });
    this.table = table
      ? TableV2.fromTableAttributes(this, 'Table', { tableName: table.name, tableStreamArn: table.streamArn, encryptionKey: this.key })
      : this.newTable(bureau);
    this.watch(alarms);
  }

  /** Lets a function do exactly these things with these rows. */
  grantRows(role: IRole, permissions: readonly Permission[]): void {
    for (const { actions, keys } of permissions) {
      role.addToPrincipalPolicy(
        new PolicyStatement({
          effect: Effect.ALLOW,
          actions: actions.map((action) => `dynamodb:${action}`),
          resources: [this.table.tableArn],
          conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [...keys] } },
        }),
      );
    }
    this.key.grant(role, 'kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey', 'kms:ReEncryptFrom', 'kms:ReEncryptTo');
  }

  private newTable(bureau: Bureau): TableV2 {
    return new TableV2(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      timeToLiveAttribute: 'ttl',
      billing: Billing.onDemand({ maxReadRequestUnits: bureau.ceiling.read, maxWriteRequestUnits: bureau.ceiling.write }),
      ...(bureau.warm && { warmThroughput: { readUnitsPerSecond: bureau.warm.read, writeUnitsPerSecond: bureau.warm.write } }),
      encryption: TableEncryptionV2.customerManagedKey(this.key),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      dynamoStream: StreamViewType.NEW_AND_OLD_IMAGES,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  private watch(alarms: Alarms): void {
    for (const metricName of ['ReadThrottleEvents', 'WriteThrottleEvents']) {
      const metric = new Metric({ namespace: 'AWS/DynamoDB', metricName, dimensionsMap: { TableName: this.table.tableName }, statistic: 'Sum', period: Duration.minutes(1) });
      alarms.watch(this, metricName, { metric, from: 1, badOfFive: 2, says: 'The table refuses requests: the ceiling of the bureau file is reached', runbook: 'too-busy' });
    }
  }
}
