import { type IRole, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { type ISecret, Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { Bureau } from '../bureau/bureau';

/** The platforms' credentials, made by hand and named in the bureau file. */
export class Secrets extends Construct {
  readonly platforms: ISecret;

  constructor(scope: Construct, id: string, { bureau }: { readonly bureau: Bureau }) {
    super(scope, id);
    this.platforms = Secret.fromSecretNameV2(this, 'Platforms', bureau.platformSecret);
  }

  grantPlatforms(role: IRole): void {
    // Secrets Manager ends the ARN of a secret with six random characters.
    role.addToPrincipalPolicy(new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [`${this.platforms.secretArn}-??????`] }));
  }
}
