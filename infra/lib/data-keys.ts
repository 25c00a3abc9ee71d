import { RemovalPolicy } from 'aws-cdk-lib';
import { type IRole, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { Bureau } from '../bureau/bureau';

/** The key of the keys that seal personal data. In China the symmetric keys of KMS are SM4. It outlives the stack: without it every sealed value is lost. */
export class DataKeys extends Construct {
  private readonly key: IKey;

  constructor(scope: Construct, id: string, { bureau }: { readonly bureau: Bureau }) {
    super(scope, id);
    const own = bureau.table
      ? Key.fromKeyArn(this, 'Key', bureau.table.dataKeyArn)
      : new Key(this, 'Key', { description: 'Wraps the data keys of the voucher service', enableKeyRotation: true, removalPolicy: RemovalPolicy.RETAIN });
    // The own one stays in the stack, unused: a deployment that goes back has it again, and not a new one that opens nothing.
    this.key = bureau.keyOfKeys === undefined ? own : Key.fromKeyArn(this, 'MovedTo', bureau.keyOfKeys);
  }

  get arn(): string {
    return this.key.keyArn;
  }

  /** Lets a function make and open data keys of this service, and nothing else. */
  grantUse(role: IRole): void {
    role.addToPrincipalPolicy(
      new PolicyStatement({
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: [this.key.keyArn],
        conditions: { StringEquals: { 'kms:EncryptionContext:purpose': 'yibao-data-key' } },
      }),
    );
  }
}
