import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { type IRole, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { type ISecret, Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { Bureau } from '../bureaus/bureau';

/** The root of the service's own keys, made here and seen by nobody, and the platforms' credentials, made by hand and named in the bureau file. */
export class Secrets extends Construct {
  readonly rootKey: Secret;
  readonly platforms: ISecret;
  private readonly key: Key;

  constructor(scope: Construct, id: string, { bureau }: { readonly bureau: Bureau }) {
    super(scope, id);
    this.key = new Key(this, 'Key', { description: 'Encrypts the root key of the voucher service', enableKeyRotation: true, removalPolicy: RemovalPolicy.RETAIN });
    this.rootKey = new Secret(this, 'RootKey', {
      description: 'Root of the keys that seal personal data. Lost with it: every sealed value.',
      encryptionKey: this.key,
      generateSecretString: { secretStringTemplate: '{}', generateStringKey: 'rootKey', passwordLength: 64, excludePunctuation: true },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    Validations.of(this.rootKey).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: 'A new root key means sealing every row anew; that is a planned act with both keys at hand, not a schedule.',
    });
    this.platforms = Secret.fromSecretNameV2(this, 'Platforms', bureau.platformSecret);
  }

  grantRootKey(role: IRole): void {
    role.addToPrincipalPolicy(new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [this.rootKey.secretArn] }));
    this.key.grant(role, 'kms:Decrypt');
  }

  grantPlatforms(role: IRole): void {
    // Secrets Manager ends the ARN of a secret with six random characters.
    role.addToPrincipalPolicy(new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [`${this.platforms.secretArn}-??????`] }));
  }
}
