import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { BackupVault } from 'aws-cdk-lib/aws-backup';
import type { Construct } from 'constructs';
import type { Bureau } from '../bureau/bureau';

/** Personal data stays in China: each of its two regions keeps the copies of the other. */
const OTHER: Readonly<Record<string, string>> = { 'cn-north-1': 'cn-northwest-1', 'cn-northwest-1': 'cn-north-1' };

/** Where the copies of a bureau's backups lie; nowhere for a demonstration abroad. */
export const copiesRegionOf = ({ region }: Bureau): string | undefined => OTHER[region];

export const copiesVaultOf = ({ id }: Bureau) => `yibao-${id}-copies`;

/** The vault in the other region, which must be there before the first copy. */
export class CopiesStack extends Stack {
  constructor(scope: Construct, { bureau, region }: { readonly bureau: Bureau; readonly region: string }) {
    super(scope, `yibao-${bureau.id}-copies`, {
      env: { account: bureau.account, region },
      description: `Copies of the backups of bureau ${bureau.code}`,
      terminationProtection: !bureau.demo,
      tags: { bureau: bureau.code, demo: String(bureau.demo) },
    });
    new BackupVault(this, 'Vault', { backupVaultName: copiesVaultOf(bureau), removalPolicy: RemovalPolicy.RETAIN });
  }
}
