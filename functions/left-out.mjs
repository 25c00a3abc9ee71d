/**
 * What of the AWS SDK these functions never use: which module, what stands in its place, and why nothing is missed. What would be needed
 * after all says so with an error. Whoever raises the version of the SDK reads this again; a module that has moved weighs, and the budgets tell.
 */

/** A name that throws when it is called or constructed. */
const missing = (...names) => names.map((name) => `export function ${name}() { throw new Error('${name} is not in this bundle'); }`).join('\n');

/** Names that are constructed, but never asked. */
const idle = (...names) => names.map((name) => `export class ${name} {}`).join('\n');

/** In Lambda the credentials are in the environment; the SDK's chain of other sources would be a third of the bundle. */
const CREDENTIALS = `export const defaultProvider = () => async () => ({
  accessKeyId: process.env.AWS_ACCESS_KEY_ID,
  secretAccessKey: process.env.AWS_SECRET_ACCESS_KEY,
  sessionToken: process.env.AWS_SESSION_TOKEN,
});`;

/** Packages as they are asked for. */
export const PACKAGES = {
  '@aws-sdk/credential-provider-node': CREDENTIALS,
  // No operation of DynamoDB, KMS or Secrets Manager streams events.
  '@smithy/core/event-streams': missing('EventStreamSerde', 'eventStreamSerdeProvider'),
  // Endpoint discovery is for Timestream: DynamoDB's client prepares it, and nothing asks.
  '@aws-sdk/middleware-endpoint-discovery': `export const resolveEndpointDiscoveryConfig = (input) => input;
export const NODE_ENDPOINT_DISCOVERY_CONFIG_OPTIONS = { environmentVariableSelector: () => false, configFileSelector: () => undefined, default: false };`,
  // middy asks whether an answer is such a stream; no room answers in streams, and Node would load them all.
  'node:stream/web': idle('ReadableStream'),
};

/** Hosts of the services whose clients are bundled, before region and domain. A client that is not named here fails the build. */
const HOSTS = { dynamodb: 'dynamodb', kms: 'kms', 'secrets-manager': 'secretsmanager', sqs: 'sqs' };

/** The regions of the two partitions in which bureaus may be, and their domains; the SDK's rules for all others, FIPS, dual stack and accounts weigh 16 kB. */
export function endpointsOf(client) {
  if (HOSTS[client] === undefined) throw new Error(`left-out.mjs does not know the endpoints of @aws-sdk/client-${client}`);
  return `
const DOMAINS = [[/^cn-[a-z]+-\\d+$/, 'amazonaws.com.cn'], [/^(us|eu|ap|sa|ca|me|af|il|mx)-[a-z]+-\\d+$/, 'amazonaws.com']];
const domainOf = (region) => {
  const [, domain] = DOMAINS.find(([regions]) => regions.test(region)) ?? [];
  if (domain === undefined) throw new Error('no endpoint is known for the region ' + region);
  return domain;
};
export const defaultEndpointResolver = ({ Endpoint, Region, UseFIPS, UseDualStack }) => {
  if (!Endpoint && (UseFIPS || UseDualStack)) throw new Error('FIPS and dual stack endpoints are not in this bundle');
  return { url: new URL(Endpoint || 'https://${HOSTS[client]}.' + Region + '.' + domainOf(Region)), properties: {}, headers: {} };
};`;
}

/** Files, by the end of their path. */
export const FILES = {
  // Only the rules of endpoints ask for partitions, and only those of S3 for buckets.
  'service-customizations/s3.js': `${missing('resolveParamsForS3', 'isDnsCompatibleBucketName', 'isArnBucketName')} export const DOT_PATTERN = /\\./, S3_HOSTNAME_PATTERN = /s3/;`,
  'util-endpoints/lib/aws/partitions.js': 'export const partitionsInfo = { partitions: [] };',
  // Node has SHA-256.
  'sha256/Sha256Js.js': 'export const Sha256Js = undefined;',
  // A function has no ~/.aws; its settings are in the environment. Spares reading two files, too.
  'shared-ini-file-loader/loadSharedConfigFiles.js': `export const loadSharedConfigFiles = async () => ({ configFile: {}, credentialsFile: {} }); export const CONFIG_PREFIX_SEPARATOR = '.';`,
  // A function knows its region without asking a virtual machine for it.
  'regionConfig/getInstanceMetadataRegion.js': 'export const getInstanceMetadataRegion = async () => undefined;',
  // Retries are of the standard kind; adaptive ones slow down the whole client.
  'util-retry/AdaptiveRetryStrategy.js': missing('AdaptiveRetryStrategy'),
  'util-retry/DefaultRateLimiter.js': missing('DefaultRateLimiter'),
  // Headers of signed event streams.
  'signature-v4/dist-es/HeaderFormatter.js': idle('HeaderFormatter'),
  // The JSON protocols put nothing into paths, queries or headers; only their host prefixes would ask, which these services do not have.
  'protocols/HttpBindingNormalizedSchema.js': `export const getHttpOperationBindings = () => []; ${missing('HttpBindingNormalizedSchema')}`,
  // The mark by which AWS stops functions that call themselves in circles by queues: DynamoDB, KMS and secrets take no part in it, nor do the Chinese regions.
  'middleware-recursion-detection/getRecursionDetectionPlugin.js': 'export const getRecursionDetectionPlugin = () => ({ applyToStack() {} });',
};

/** Errors that the code knows by class, or that carry more than a name: the others come as the client's base exception with the same name, status and message. */
export const KNOWN_ERRORS = ['ConditionalCheckFailedException', 'TransactionCanceledException', 'ReplicatedWriteConflictException', 'DynamoDBServiceException', 'KMSServiceException', 'SecretsManagerServiceException', 'SQSServiceException'];
