/**
 * `npm run bench:cold [-- rounds]`: what the hot rooms weigh and cost to start. Two figures of CPU, each against the bare DynamoDB client, once
 * bundled as npm gives it and once with the same parts left out as here.
 * Import: the bundle is read, compiled and evaluated until it first waits for somebody else. Ready: its first calls are answered, too, so that
 * it could take a request. Fresh processes in turn, medians, all in one run.
 */
import { execFile } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
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

/** Modules that wait let their next sibling run: this one takes the time when the bundle beside it has been evaluated up to there. */
const EVALUATED = 'globalThis.evaluated = process.cpuUsage();';

const CHILD = `const before = process.cpuUsage(); await import(process.argv[1]); const ready = process.cpuUsage();
const since = ({ user, system }) => user + system - before.user - before.system;
console.log('CPU ' + since(globalThis.evaluated) + ' ' + since(ready)); process.exit(0);`;

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
  const [, ...micros] = /^CPU (\d+) (\d+)$/m.exec(stdout) ?? [];
  if (micros.length === 0 || /keys not read/.test(stdout + stderr)) throw new Error(`${file} did not start:\n${stdout}${stderr}`);
  return micros.map((each) => Number(each) / 1000);
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** The bundle, and beside it the module that takes the time. */
function timed([name, file]) {
  const [start, evaluated] = [`${file}.start.mjs`, `${file}.evaluated.mjs`];
  writeFileSync(evaluated, EVALUATED);
  writeFileSync(start, [file, evaluated].map((each) => `import ${JSON.stringify(pathToFileURL(each))};`).join('\n'));
  return { name, file, start };
}

async function bundled(folder) {
  const { entryPoints, outdir, plugins, ...how } = settings(join(HERE, '../src/lambda'), folder);
  const bare = async (name, kept) => {
    const outfile = join(folder, `${name}.mjs`);
    await build({ ...how, plugins: kept, stdin: { contents: BARE, resolveDir: HERE }, outfile, outExtension: undefined, sourcemap: false });
    return outfile;
  };
  await buildFunctions({ outdir: join(folder, 'dist') });
  const bases = [['DynamoDB bare', await bare('bare', [])], ['DynamoDB lean', await bare('lean', plugins)]];
  return [...bases, ...HOT.map((name) => [name, join(folder, 'dist', `${name}.mjs`)])].map(timed);
}

/** The platforms' credentials of a start: the example of the bureau's handbook with any keys. */
function platforms() {
  const example = JSON.parse(readFileSync(join(HERE, '../../docs/bureau/platforms.example.json'), 'utf8'));
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048, privateKeyEncoding: { format: 'pem', type: 'pkcs8' }, publicKeyEncoding: { format: 'pem', type: 'spki' } });
  return JSON.stringify({ ...example, alipay: { ...example.alipay, privateKey, alipayPublicKey: publicKey }, bureau: { ...example.bureau, privateKey: '1'.repeat(64), platformPublicKey: `04${'2'.repeat(128)}` } });
}

const IMPORT = 0;
const READY = 1;
const middle = ({ times }, figure) => median(times.map((each) => each[figure]));

const kilo = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(10);

function cpu(bundle, figure, bases) {
  const ms = middle(bundle, figure);
  return `${ms.toFixed(1)} ms`.padStart(10) + bases.map((base) => `${(ms / middle(base, figure)).toFixed(2)} ×`.padStart(8)).join('');
}

function over(bundle, bases) {
  const passed = bases.filter((base) => middle(bundle, IMPORT) / middle(base, IMPORT) > RATIO);
  return passed.map(({ name }) => `   import over ${RATIO} × ${name}`).join('');
}

function table(bundles) {
  const bases = bundles.slice(0, 2);
  const rows = bundles.map((bundle) => {
    const bytes = readFileSync(bundle.file);
    return bundle.name.padEnd(15) + kilo(bytes.length) + kilo(gzipSync(bytes).length) + cpu(bundle, IMPORT, bases) + cpu(bundle, READY, bases) + (bases.includes(bundle) ? '' : over(bundle, bases));
  });
  return [`${''.padEnd(15)}${'size'.padStart(10)}${'gzip'.padStart(10)}${['import', 'ready'].map((word) => `${word.padStart(10)}${'bare'.padStart(8)}${'lean'.padStart(8)}`).join('')}`, ...rows].join('\n');
}

async function main(rounds) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-cold-'));
  const aws = await startAws(platforms());
  try {
    const bundles = await bundled(folder);
    const environment = env(aws.url, 'arn:aws-cn:secretsmanager:cn-north-1:000000000000:secret:bench');
    for (let round = -1; round < rounds; round += 1) {
      for (const bundle of bundles) {
        const cpu = await cpuOf(bundle.start, environment);
        if (round >= 0) (bundle.times ??= []).push(cpu);
      }
    }
    console.log(table(bundles));
  } finally {
    aws.stop();
    rmSync(folder, { recursive: true });
  }
}

await main(Number(process.argv[2] ?? 15));
