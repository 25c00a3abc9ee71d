/** Run by another Node than the usual one: the contract's and the service's tests, and one bundle that answers. */
import { command, ROOT, tail } from '../../simulator/bin/commands.mjs';
import { jest } from './test-jest.mjs';
import { runAll } from './test-run.mjs';

/** The region Lambda's bundle, loaded and called as Lambda would; without a database it must refuse in the words of the contract. */
const CALL = `
  process.env.TABLE_NAME = 'yibao';
  process.env.AWS_REGION = 'cn-north-1';
  process.env.AWS_ACCESS_KEY_ID = process.env.AWS_SECRET_ACCESS_KEY = 'local';
  process.env.AWS_ENDPOINT_URL_DYNAMODB = 'http://127.0.0.1:9';
  process.env.AWS_MAX_ATTEMPTS = '1';
  const { mkdtempSync, rmSync } = await import('node:fs');
  const { tmpdir } = await import('node:os');
  const { pathToFileURL } = await import('node:url');
  const folder = mkdtempSync(tmpdir() + '/smoke-');
  process.on('exit', () => rmSync(folder, { recursive: true }));
  process.env.KEY_PROVIDER = pathToFileURL(folder + '/master.key').href;
  const { handler } = await import(${JSON.stringify(`file://${ROOT}/functions/dist/region.mjs`)});
  const event = { version: '2.0', rawPath: '/regions', rawQueryString: '', headers: {}, requestContext: { requestId: 'smoke', http: { method: 'GET', path: '/regions' } }, isBase64Encoded: false };
  const answer = await handler(event, { getRemainingTimeInMillis: () => 1000 });
  if (JSON.parse(answer.body).code !== 'INTERNAL') throw new Error(JSON.stringify(answer));
`;

async function bundle() {
  const { code, output } = await command([process.execPath, '--input-type=module', '-e', CALL]);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output: tail(output) };
}

const { passed, failed } = await runAll([
  { name: 'bundle', run: bundle, needs: [], weight: 1 },
  { name: 'unit:shared', run: jest('shared'), needs: [], weight: 2 },
  { name: 'unit:functions', run: jest('functions'), needs: [], weight: 2 },
]);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
