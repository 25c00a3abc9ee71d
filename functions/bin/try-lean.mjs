/** Bundles the SDK's clients as the functions carry them and prints, as JSON, how they behave: endpoints of the regions given, retries, errors. For the test of what is left out. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { settings } from '../build.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));

const CLIENTS = `export { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
export { DecryptCommand, KMSClient } from '@aws-sdk/client-kms';
export { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
export { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';`;

async function bundledClients(folder) {
  const { entryPoints, outdir, ...how } = settings(join(HERE, '../src/lambda'), folder);
  const outfile = join(folder, 'clients.mjs');
  await build({ ...how, stdin: { contents: CLIENTS, resolveDir: HERE }, outfile, outExtension: undefined, sourcemap: false });
  return import(pathToFileURL(outfile));
}

const said = (act) => {
  try {
    return act();
  } catch ({ message }) {
    return { refused: message };
  }
};

const urlOf = (client, params) => said(() => client.config.endpointProvider(params).url.href);

const endpoints = ({ DynamoDBClient, KMSClient, SecretsManagerClient, SQSClient }, params) =>
  [DynamoDBClient, KMSClient, SecretsManagerClient, SQSClient].map((Client) => urlOf(new Client({}), { UseFIPS: false, UseDualStack: false, ...params }));

/** Answers one call after the other with what is listed; what was asked is kept. */
async function serverOf(answers) {
  const asked = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const { status, says, headers = {} } = answers[asked.length];
    asked.push({ target: request.headers['x-amz-target'], scope: /Credential=([^,]+)/.exec(request.headers.authorization)?.[1], token: request.headers['x-amz-security-token'], body: JSON.parse(body) });
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0', ...headers }).end(JSON.stringify(says));
  });
  await new Promise((up) => server.listen(0, '127.0.0.1', up));
  return { endpoint: `http://127.0.0.1:${server.address().port}`, asked, stop: () => (server.closeAllConnections(), server.close()) };
}

async function told(Client, command, answers) {
  const { endpoint, asked, stop } = await serverOf(answers);
  try {
    const { $metadata, ...answer } = await new Client({ endpoint }).send(command);
    return { answer, attempts: $metadata.attempts, asked };
  } catch (error) {
    return { error: { name: error.name, message: error.message, item: error.Item, fault: error.$fault }, attempts: error.$metadata?.attempts, asked };
  } finally {
    stop();
  }
}

const THROTTLED = { status: 400, says: { __type: 'com.amazonaws.dynamodb.v20120810#ThrottlingException', message: 'slower' } };
const BROKEN = { status: 500, says: { __type: 'com.amazonaws.dynamodb.v20120810#InternalServerError' } };
const REFUSED = { status: 400, says: { __type: 'com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException', message: 'no', Item: { pk: { S: 'a' }, bytes: { B: 'AQI=' } } } };
const DISABLED = { status: 400, says: { __type: 'DisabledException', message: 'the key is disabled' } };
const TOMORROW = new Date(Date.now() + 86_400_000);
const SKEWED = { status: 403, says: { __type: 'InvalidSignatureException', message: 'Signature not yet current' }, headers: { date: TOMORROW.toUTCString() } };
const DONE = { status: 200, says: {} };

async function main(regions) {
  process.env.AWS_REGION = 'cn-north-1';
  const folder = mkdtempSync(join(tmpdir(), 'try-lean-'));
  try {
    const clients = await bundledClients(folder);
    const { DecryptCommand, DynamoDBClient, KMSClient, PutItemCommand, SendMessageCommand, SQSClient } = clients;
    const put = () => new PutItemCommand({ TableName: 't', Item: { pk: { S: '医' }, bytes: { B: new Uint8Array([1, 2]) } } });
    const decrypt = () => new DecryptCommand({ KeyId: 'k', CiphertextBlob: new Uint8Array([3]), EncryptionContext: { table: 't' } });
    console.log(JSON.stringify({
      endpoints: Object.fromEntries(regions.map((Region) => [Region, endpoints(clients, { Region })])),
      fips: endpoints(clients, { Region: 'us-east-1', UseFIPS: true })[0],
      repeated: await told(DynamoDBClient, put(), [BROKEN, THROTTLED, DONE]),
      skewed: await told(DynamoDBClient, put(), [SKEWED, DONE]),
      refused: await told(DynamoDBClient, put(), [REFUSED]),
      sent: await told(SQSClient, new SendMessageCommand({ QueueUrl: 'https://sqs.cn-north-1.amazonaws.com.cn/1/q', MessageBody: '医' }), [BROKEN, { status: 200, says: { MessageId: 'm', MD5OfMessageBody: createHash('md5').update('医').digest('hex') } }]),
      opened: await told(KMSClient, decrypt(), [{ status: 200, says: { Plaintext: 'BAU=', KeyId: 'k' } }]),
      disabled: await told(KMSClient, decrypt(), [DISABLED]),
    }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

await main(process.argv.slice(2));
