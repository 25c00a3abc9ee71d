import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { PUSH_QUEUE, takeOperatorToken, takeToken } from '@yibao/shared';
import { AssetHashType, DockerImage, Duration, Validations } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { Bureau } from '../bureau/bureau';
import type { Alarms } from './alarms';
import type { DataKeys } from './data-keys';
import { KeptLogs } from './kept-logs';
import { KEY_USERS, PERMISSIONS, PLATFORM_READERS, type Runner } from './permissions';
import type { Secrets } from './secrets';
import type { VoucherTable } from './voucher-table';

/** What every function is made from. */
export interface Site {
  readonly bureau: Bureau;
  readonly alarms: Alarms;
  readonly store: VoucherTable;
  readonly keys: DataKeys;
  readonly secrets: Secrets;
  /** Folder of the bundles `<runner>.mjs` that functions/build.mjs writes. */
  readonly bundles: string;
}

/** A gigabyte has more than half a processor: the PIN's scrypt stays below 0.2 s. */
export const MEMORY_MB = 1024;
/** Platforms answer within 5 s or are given up by the service itself. */
const TIMEOUT = Duration.seconds(15);
/** Whoever tells platforms of several events in one batch waits for them one after the other. */
const COURIER_TIMEOUT = Duration.seconds(PUSH_QUEUE.timeoutSeconds);

/** A system with a wrong clock tries again every few seconds; who guesses tries more often. */
const REFUSED_IN_FIVE_MINUTES = 50;

const SIGN_IN_PATHS: Partial<Record<Runner, string>> = { institution: takeToken.path, operator: takeOperatorToken.path };

/** A bundle alone in its package, as `index.mjs`; copied, so that no Docker is needed. */
export const packed = (bundles: string, runner: string) =>
  Code.fromAsset(bundles, {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      image: DockerImage.fromRegistry('none'),
      // CDK tells bundlings of one folder apart by their options; without this, every function would get the first one's package.
      command: [runner],
      local: {
        tryBundle(folder) {
          copyFileSync(join(bundles, `${runner}.mjs`), join(folder, 'index.mjs'));
          return true;
        },
      },
    },
  });

/** The Lambda function of a room, with its own role, its log and its alarms. It may do what PERMISSIONS says. */
export class RoomFunction extends Construct {
  readonly lambda: LambdaFunction;
  readonly logs: KeptLogs;

  constructor(
    scope: Construct,
    readonly runner: Runner,
    site: Site,
  ) {
    super(scope, runner);
    this.logs = new KeptLogs(this, 'Logs', site);
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    this.logs.grantWrite(role);
    this.lambda = new LambdaFunction(this, 'Function', {
      description: `Voucher service, ${runner}`,
      code: packed(site.bundles, runner),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      // OpenSSL's SM2 on ARM64 leaks by timing (CVE-2025-9231).
      architecture: Architecture.X86_64,
      memorySize: MEMORY_MB,
      timeout: runner.startsWith('courier-') ? COURIER_TIMEOUT : TIMEOUT,
      role,
      logGroup: this.logs,
      environment: { TABLE_NAME: site.store.table.tableName },
    });
    Validations.of(this.lambda).acknowledge(
      { id: 'Serverless-LambdaDLQ', reason: 'Nobody calls it asynchronously: API Gateway waits for the answer, and the stream and the queues have dead letter queues of their own.' },
      { id: 'Serverless-LambdaTracing', reason: 'X-Ray does not trace Lambda in the Chinese regions; request ids join the access log and the function logs.' },
    );
    site.store.grantRows(role, PERMISSIONS[runner]);
    this.handSecrets(role, site);
    this.watch(site.alarms);
  }

  /** Tells rooms at which others sign in with assertions their own address, for which these must be meant. */
  tellAddress(url: string): void {
    const path = SIGN_IN_PATHS[this.runner];
    if (path !== undefined) this.lambda.addEnvironment('TOKEN_ENDPOINT', `${url}${path}`);
  }

  private handSecrets(role: Role, { keys, secrets }: Site): void {
    if (KEY_USERS.includes(this.runner)) {
      this.lambda.addEnvironment('KEY_PROVIDER', `kms:${keys.arn}`);
      keys.grantUse(role);
    }
    if (PLATFORM_READERS.includes(this.runner)) {
      this.lambda.addEnvironment('PLATFORM_SECRET', secrets.platforms.secretArn);
      secrets.grantPlatforms(role);
    }
  }

  private watch(alarms: Alarms): void {
    const minute = Duration.minutes(1);
    alarms.watch(this, 'Errors', { metric: this.lambda.metricErrors({ period: minute }), from: 1, badOfFive: 2, says: `Function ${this.runner} fails or runs out of time`, runbook: 'defects' });
    if (SIGN_IN_PATHS[this.runner] !== undefined) {
      const metric = this.logs.counting('assertion refused', { name: `${this.runner}-assertions-refused`, period: Duration.minutes(5) });
      alarms.watch(this, 'Refused', { metric, from: REFUSED_IN_FIVE_MINUTES, says: `Many assertions are refused at ${SIGN_IN_PATHS[this.runner]}`, runbook: 'refused-sign-ins' });
    }
    alarms.watch(this, 'Throttles', { metric: this.lambda.metricThrottles({ period: minute }), from: 1, badOfFive: 2, says: `Function ${this.runner} is refused: the account's concurrency is used up`, runbook: 'too-busy' });
  }
}
