import { ACMClient, DescribeCertificateCommand, ResourceNotFoundException as NoCertificate } from '@aws-sdk/client-acm';
import { CloudFormationClient, DescribeStacksCommand, type Stack, UpdateTerminationProtectionCommand } from '@aws-sdk/client-cloudformation';
import { DescribeContinuousBackupsCommand, DescribeLimitsCommand, DescribeTableCommand, DescribeTimeToLiveCommand, DynamoDBClient, ResourceNotFoundException as NoTable, ScanCommand, type TableDescription } from '@aws-sdk/client-dynamodb';
import { GetAccountSettingsCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { GetSecretValueCommand, ResourceNotFoundException as NoSecret, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import type { Account, Certificate, PlatformParts, StackState, TableState } from './account';

const isFilled = (value: unknown): boolean => (typeof value === 'object' && value !== null ? Object.values(value).length > 0 && Object.values(value).every(isFilled) : value !== '' && value !== null);

const isTable = (bureau: unknown) => bureau === undefined || (typeof bureau === 'object' && bureau !== null && 'source' in bureau && bureau.source === 'table');

/** As the functions read it (functions/src/config.ts). */
export function partsOf(text: string | undefined): PlatformParts {
  const document = JSON.parse(text ?? '{}') as Record<string, unknown>;
  return { filled: Object.keys(document).filter((name) => isFilled(document[name])), insured: isTable(document['bureau']) ? 'table' : 'platform' };
}

const absentAs =
  (kind: abstract new (...args: never[]) => Error) =>
  (error: unknown): undefined => {
    if (!(error instanceof kind)) throw error;
  };

const stateOf = ({ StackStatus, Outputs = [] }: Stack): StackState => ({
  status: StackStatus ?? '',
  outputs: Object.fromEntries(Outputs.map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue])),
});

async function stackNamed(client: CloudFormationClient, name: string): Promise<StackState | undefined> {
  const missing = (error: unknown) => {
    if (error instanceof Error && error.message.includes('does not exist')) return { Stacks: [] };
    throw error;
  };
  const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName: name })).catch(missing);
  return Stacks[0] && stateOf(Stacks[0]);
}

async function certificateAt(client: ACMClient, arn: string): Promise<Certificate | undefined> {
  const found = await client.send(new DescribeCertificateCommand({ CertificateArn: arn })).catch(absentAs(NoCertificate));
  return found?.Certificate && { status: found.Certificate.Status ?? '', names: found.Certificate.SubjectAlternativeNames ?? [], notAfter: found.Certificate.NotAfter };
}

type Described = Omit<TableState, 'ttl' | 'restorable'>;

const described = ({ TableStatus, KeySchema = [], StreamSpecification, LatestStreamArn, DeletionProtectionEnabled = false, SSEDescription }: TableDescription): Described => ({
  status: TableStatus ?? '',
  keySchema: KeySchema.map(({ AttributeName }) => AttributeName).join(', '),
  streamArn: StreamSpecification?.StreamEnabled ? LatestStreamArn : undefined,
  streamView: StreamSpecification?.StreamViewType,
  deletionProtected: DeletionProtectionEnabled,
  keyArn: SSEDescription?.KMSMasterKeyArn,
});

async function tableNamed(client: DynamoDBClient, TableName: string): Promise<TableState | undefined> {
  const found = await client.send(new DescribeTableCommand({ TableName })).catch(absentAs(NoTable));
  if (!found?.Table) return undefined;
  const [ending, backups] = await Promise.all([client.send(new DescribeTimeToLiveCommand({ TableName })), client.send(new DescribeContinuousBackupsCommand({ TableName }))]);
  const { TimeToLiveStatus = '', AttributeName } = ending.TimeToLiveDescription ?? {};
  return {
    ...described(found.Table),
    ttl: TimeToLiveStatus.startsWith('ENABL') ? AttributeName : undefined,
    restorable: backups.ContinuousBackupsDescription?.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus === 'ENABLED',
  };
}

/** The account that the environment's credentials open, in one region. Gives up quickly where nothing answers. */
export function awsAccount(region: string): Account {
  const settings = { region, maxAttempts: 2 };
  const clients = {
    sts: new STSClient(settings),
    acm: new ACMClient(settings),
    stacks: new CloudFormationClient(settings),
    lambda: new LambdaClient(settings),
    table: new DynamoDBClient(settings),
    secrets: new SecretsManagerClient(settings),
  };
  return {
    async identity() {
      const { Account: account = '', Arn = '' } = await clients.sts.send(new GetCallerIdentityCommand({}));
      return { account, partition: Arn.split(':')[1] ?? '' };
    },
    certificate: (arn) => certificateAt(clients.acm, arn),
    async secretParts(name) {
      const found = await clients.secrets.send(new GetSecretValueCommand({ SecretId: name })).catch(absentAs(NoSecret));
      return found && partsOf(found.SecretString);
    },
    table: (name) => tableNamed(clients.table, name),
    async quotas() {
      const [settled, limits] = await Promise.all([clients.lambda.send(new GetAccountSettingsCommand({})), clients.table.send(new DescribeLimitsCommand({}))]);
      return { concurrency: settled.AccountLimit?.ConcurrentExecutions ?? 0, read: limits.TableMaxReadCapacityUnits ?? 0, write: limits.TableMaxWriteCapacityUnits ?? 0 };
    },
    stack: (name) => stackNamed(clients.stacks, name),
    hasRows: async (table) => ((await clients.table.send(new ScanCommand({ TableName: table, Limit: 1 }))).Items ?? []).length > 0,
    async allowDeletion(stack) {
      await clients.stacks.send(new UpdateTerminationProtectionCommand({ StackName: stack, EnableTerminationProtection: false }));
    },
  };
}
