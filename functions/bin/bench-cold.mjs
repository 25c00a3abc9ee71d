/**
 * `npm run bench:cold [-- rounds]`: bytes of the hot rooms, and the CPU time until they are ready for their first request, against a bundle
 * with nothing but the DynamoDB client that has asked its table once. Fresh processes in turn, medians, all in one run.
 */
import { execFile } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { buildFunctions, settings } from '../build.mjs';

const HOT = ['voucher', 'session'];
const RATIO = 1.4;
const HERE = import.meta.dirname ?? new URL('.', import.meta.url).pathname;

/** What any function on DynamoDB carries and does. */
const BARE = `import { DynamoDBClient, GetItemCommand, PutItemCommand, QueryCommand, TransactWriteItemsCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
export const commands = [GetItemCommand, PutItemCommand, TransactWriteItemsCommand, UpdateItemCommand];
const client = new DynamoDBClient({});
await client.send(new QueryCommand({ TableName: 'bench', KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': { S: 'KEY#DATA' } } }));
export const handler = () => client;`;

const CHILD = `const before = process.cpuUsage(); await import(process.argv[1]); const { user, system } = process.cpuUsage(before); console.log('CPU ' + (user + system)); process.exit(0);`;

/** DynamoDB, KMS and Secrets Manager as far as a start asks them: the table remembers the data key, KMS wraps by doing nothing. */
async function startAws(secret) {
  const rows = [];
  const answers = {
    'DynamoDB_20120810.Query': () => ({ Items: rows, Count: rows.length }),
    'DynamoDB_20120810.PutItem': ({ Item }) => (rows.push(Item), {}),
    'TrentService.GenerateDataKey': () => ((key) => ({ Plaintext: key, CiphertextBlob: key }))(randomBytes(32).toString('base64')),
    'TrentService.Decrypt': ({ CiphertextBlob }) => ({ Plaintext: CiphertextBlob }),
    'secretsmanager.GetSecretValue': () => ({ SecretString: secret }),
  };
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(answers[request.headers['x-amz-target']](JSON.parse(body))));
  });
  await new Promise((up) => server.listen(0, '127.0.0.1', up));
  return { url: `http://127.0.0.1:${server.address().port}`, stop: () => (server.closeAllConnections(), server.close()) };
}

const env = (url, platforms) => ({
  PATH: process.env.PATH, AWS_REGION: 'cn-north-1', AWS_ACCESS_KEY_ID: 'bench', AWS_SECRET_ACCESS_KEY: 'bench', AWS_ENDPOINT_URL: url,
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true', TABLE_NAME: 'bench',
  KEY_PROVIDER: 'kms:arn:aws-cn:kms:cn-north-1:000000000000:key/bench', PLATFORM_SECRET: platforms,
});

async function cpuOf(file, environment) {
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', CHILD, file], { env: environment });
  const [, micros] = /^CPU (\d+)$/m.exec(stdout) ?? [];
  if (micros === undefined || /keys not read/.test(stdout + stderr)) throw new Error(`${file} did not start:\n${stdout}${stderr}`);
  return Number(micros) / 1000;
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

async function bundled(folder) {
  const bare = join(folder, 'bare.mjs');
  const { entryPoints, outdir, ...how } = settings(join(HERE, '../src/lambda'), folder);
  await build({ ...how, stdin: { contents: BARE, resolveDir: HERE }, outfile: bare, outExtension: undefined, sourcemap: false });
  await buildFunctions({ outdir: join(folder, 'dist') });
  return [['bare DynamoDB', bare], ...HOT.map((name) => [name, join(folder, 'dist', `${name}.mjs`)])];
}

/** The platforms' credentials of a start: the example of the bureau's handbook with any keys. */
function platforms() {
  const example = JSON.parse(readFileSync(join(HERE, '../../docs/bureau/platforms.example.json'), 'utf8'));
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048, privateKeyEncoding: { format: 'pem', type: 'pkcs8' }, publicKeyEncoding: { format: 'pem', type: 'spki' } });
  return JSON.stringify({ ...example, alipay: { ...example.alipay, privateKey, alipayPublicKey: publicKey }, bureau: { ...example.bureau, privateKey: '1'.repeat(64), platformPublicKey: `04${'2'.repeat(128)}` } });
}

async function main(rounds) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-cold-'));
  const aws = await startAws(platforms());
  try {
    const bundles = await bundled(folder);
    const environment = env(aws.url, 'arn:aws-cn:secretsmanager:cn-north-1:000000000000:secret:bench');
    const times = bundles.map(() => []);
    for (let round = -1; round < rounds; round += 1) {
      for (const [at, [, file]] of bundles.entries()) {
        const cpu = await cpuOf(file, environment);
        if (round >= 0) times[at].push(cpu);
      }
    }
    const bare = median(times[0]);
    for (const [at, [name, file]] of bundles.entries()) {
      const [ms, ratio] = [median(times[at]), median(times[at]) / bare];
      console.log(`${name.padEnd(16)}${(statSync(file).size / 1000).toFixed(1).padStart(8)} kB${ms.toFixed(1).padStart(8)} ms CPU   ${ratio.toFixed(2)} ×${ratio > RATIO ? `   over ${RATIO} ×` : ''}`);
    }
  } finally {
    aws.stop();
    rmSync(folder, { recursive: true });
  }
}

await main(Number(process.argv[2] ?? 15));
