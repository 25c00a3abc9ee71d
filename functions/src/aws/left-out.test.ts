import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';

/** Of both partitions in which bureaus may be. */
const REGIONS = ['cn-north-1', 'cn-northwest-1', 'ap-east-1', 'ap-southeast-1', 'us-east-1', 'eu-central-2', 'me-central-1', 'il-central-1', 'mx-central-1', 'af-south-1', 'sa-east-1', 'ca-west-1'];
const ELSEWHERE = ['us-iso-east-1', 'us-gov-west-1', 'eusc-de-east-1'];

interface Asked {
  readonly target: string;
  readonly scope: string;
  readonly token: string;
  readonly body: unknown;
}

interface Told {
  readonly answer?: unknown;
  readonly error?: { readonly name: string; readonly message: string; readonly item?: unknown; readonly fault: string };
  readonly attempts: number;
  readonly asked: readonly Asked[];
}

interface Behaviour {
  readonly endpoints: Readonly<Record<string, readonly unknown[]>>;
  readonly fips: unknown;
  readonly repeated: Told;
  readonly skewed: Told;
  readonly refused: Told;
  readonly sent: Told;
  readonly opened: Told;
  readonly disabled: Told;
}

let lean: Behaviour;

beforeAll(() => {
  const env = { PATH: process.env['PATH'], AWS_ACCESS_KEY_ID: 'key', AWS_SECRET_ACCESS_KEY: 'secret', AWS_SESSION_TOKEN: 'token', AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' };
  lean = JSON.parse(execFileSync(process.execPath, [join(__dirname, '../../bin/try-lean.mjs'), ...REGIONS, ...ELSEWHERE], { env, encoding: 'utf8' })) as Behaviour;
}, 60_000);

const CLIENTS = [DynamoDBClient, KMSClient, SecretsManagerClient, SQSClient] as const;

const wholeUrl = (Client: (typeof CLIENTS)[number], region: string) =>
  new Client({ region }).config.endpointProvider({ Region: region, UseFIPS: false, UseDualStack: false }).url.href;

describe('the clients of the bundles, with what is left out', () => {
  test.each(REGIONS)('call the endpoints of %s that the whole SDK calls', (region) => {
    expect(lean.endpoints[region]).toEqual(CLIENTS.map((client) => wholeUrl(client, region)));
  });

  test('call nobody in a partition they do not know, and no endpoint of another kind', () => {
    for (const region of ELSEWHERE) expect(lean.endpoints[region]).toEqual(CLIENTS.map(() => ({ refused: `no endpoint is known for the region ${region}` })));
    expect(lean.fips).toEqual({ refused: 'FIPS and dual stack endpoints are not in this bundle' });
  });

  test('repeat after a broken and after a throttled answer, signed with the credentials of the environment', () => {
    expect(lean.repeated).toMatchObject({ answer: {}, attempts: 3 });
    for (const { scope, token, body } of lean.repeated.asked) {
      expect(scope).toMatch(/^key\/\d{8}\/cn-north-1\/dynamodb\/aws4_request$/);
      expect({ token, body }).toEqual({ token: 'token', body: { TableName: 't', Item: { pk: { S: '医' }, bytes: { B: 'AQI=' } } } });
    }
  });

  test('sign anew by the clock of AWS where their own is a day behind', () => {
    const [first, second] = lean.skewed.asked.map(({ scope }) => scope.split('/')[1]);
    expect(lean.skewed.attempts).toBe(2);
    expect(Number(second)).toBeGreaterThan(Number(first));
  });

  test('tell a refused condition with the row that stands there', () => {
    expect(lean.refused).toMatchObject({ error: { name: 'ConditionalCheckFailedException', message: 'no', item: { pk: { S: 'a' }, bytes: { B: { 0: 1, 1: 2 } } }, fault: 'client' }, attempts: 1 });
  });

  test('send a message to a queue, again after a broken answer', () => {
    expect(lean.sent).toMatchObject({ answer: { MessageId: 'm' }, attempts: 2, asked: [{}, { target: 'AmazonSQS.SendMessage', body: { MessageBody: '医' } }] });
  });

  test('open a data key with KMS, and tell an error that nobody knows by class by its name', () => {
    expect(lean.opened).toMatchObject({ answer: { Plaintext: { 0: 4, 1: 5 } }, asked: [{ target: 'TrentService.Decrypt', body: { CiphertextBlob: 'Aw==', EncryptionContext: { table: 't' } } }] });
    expect(lean.disabled).toMatchObject({ error: { name: 'DisabledException', message: 'the key is disabled', fault: 'client' }, attempts: 1 });
  });
});
