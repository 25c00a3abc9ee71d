/** What of the AWS SDK these functions never use, left out of their bundles. Each part says why nothing is missed. */
import { readFileSync } from 'node:fs';

/** In Lambda the credentials are in the environment; the SDK's chain of other sources would be a third of the bundle. */
const CREDENTIALS = `export const defaultProvider = () => async () => ({
  accessKeyId: process.env.AWS_ACCESS_KEY_ID,
  secretAccessKey: process.env.AWS_SECRET_ACCESS_KEY,
  sessionToken: process.env.AWS_SESSION_TOKEN,
});`;

/** No operation of DynamoDB, KMS or Secrets Manager streams events; one that did would fail with these words. */
const EVENT_STREAMS = `const missing = () => { throw new Error('event streams are not in this bundle'); };
export const EventStreamSerde = missing, eventStreamSerdeProvider = missing;`;

/** Endpoint discovery is for Timestream: DynamoDB's client has a cache for it that nothing asks. */
const ENDPOINT_CACHE = 'export class EndpointCache {}';

const STUBS = {
  '@aws-sdk/credential-provider-node': CREDENTIALS,
  '@smithy/core/event-streams': EVENT_STREAMS,
  '@aws-sdk/endpoint-cache': ENDPOINT_CACHE,
};

const stubs = {
  name: 'stubs',
  setup({ onResolve, onLoad }) {
    const names = new RegExp(`^(${Object.keys(STUBS).join('|')})$`);
    onResolve({ filter: names }, ({ path }) => ({ path, namespace: 'stub' }));
    onLoad({ filter: /.*/, namespace: 'stub' }, ({ path }) => ({ contents: STUBS[path] }));
  },
};

/** Errors that the code knows by class, or that carry more than a name: the others come as the client's base exception with the same name, status and message. */
const KNOWN_ERRORS = ['ConditionalCheckFailedException', 'TransactionCanceledException', 'ReplicatedWriteConflictException', 'DynamoDBServiceException', 'KMSServiceException', 'SecretsManagerServiceException'];

const isKept = (line) => {
  const [, error] = /^n0_registry\.registerError\(\w+\$, (\w+)\);$/.exec(line.trim()) ?? [];
  return error === undefined || KNOWN_ERRORS.includes(error);
};

/** Each client registers every error of its service, a class and a schema each, which holds them in the bundle. */
const fewErrors = {
  name: 'few-errors',
  setup({ onLoad }) {
    onLoad({ filter: /@aws-sdk\/client-[a-z-]+\/dist-es\/schemas\/schemas_0\.js$/ }, ({ path }) => ({ contents: readFileSync(path, 'utf8').split('\n').filter(isKept).join('\n') }));
  },
};

/** Of its package.json each client wants the version, for the user agent. */
const versionOnly = {
  name: 'version-only',
  setup({ onLoad }) {
    onLoad({ filter: /@aws-sdk\/client-[a-z-]+\/package\.json$/ }, ({ path }) => ({ contents: JSON.stringify({ version: JSON.parse(readFileSync(path, 'utf8')).version }), loader: 'json' }));
  },
};

/** Only defines things, without saying so in its package.json: bundles that do not sign with SM2 shall not carry it. */
const smCryptoOnlyWhereUsed = {
  name: 'sm-crypto-only-where-used',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^sm-crypto-v2$/ }, async ({ path, pluginData, ...asked }) => {
      if (pluginData === 'found') return undefined;
      return { ...(await resolve(path, { importer: asked.importer, resolveDir: asked.resolveDir, kind: asked.kind, pluginData: 'found' })), sideEffects: false };
    });
  },
};

export const lean = [stubs, fewErrors, versionOnly, smCryptoOnlyWhereUsed];
