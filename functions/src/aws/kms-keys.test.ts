import { kmsServer } from '../testing/kms-server';
import { kmsClient, kmsKeys } from './kms-keys';
import { kmsWrapper } from './kms-wrapper';

const ARN = 'arn:aws-cn:kms:cn-north-1:111122223333:key/00000000-0000-4000-8000-000000000000';
const OTHER = ARN.replace(/0$/, '1');
const NAME = { table: 'yibao', id: 'k1' };
const before = { ...process.env };

let kms: Awaited<ReturnType<typeof kmsServer>>;

beforeEach(async () => {
  kms = await kmsServer();
  Object.assign(process.env, { AWS_REGION: 'cn-north-1', AWS_ACCESS_KEY_ID: 'key', AWS_SECRET_ACCESS_KEY: 'secret', AWS_ENDPOINT_URL_KMS: kms.endpoint });
});
afterEach(() => {
  kms.stop();
  process.env = { ...before };
});

const wrappedKey = async () => (await kmsKeys(ARN).make(NAME)).wrapped;

describe('the key of keys in KMS, over the wire', () => {
  test('makes a data key and opens it again, each call signed, with the key’s own ARN, the table, the id and the purpose', async () => {
    const provider = kmsKeys(ARN);
    const { key, wrapped } = await provider.make(NAME);
    expect(await provider.unwrap(wrapped, NAME)).toEqual(key);
    const input = { KeyId: ARN, EncryptionContext: { purpose: 'yibao-data-key', ...NAME } };
    expect(kms.asked).toEqual([
      { operation: 'GenerateDataKey', signed: true, input: { ...input, NumberOfBytes: 32 } },
      { operation: 'Decrypt', signed: true, input: { ...input, CiphertextBlob: wrapped } },
    ]);
  });

  test('wraps a key that is there, for a move', async () => {
    const to = kmsWrapper(OTHER);
    const key = Buffer.alloc(32, 7);
    expect(await to.unwrap(await to.wrap(key, NAME), NAME)).toEqual(key);
  });

  test.each(['ThrottlingException', 'KMSInternalException', 'DependencyTimeoutException'])('asks again after a %s', async (fault) => {
    const wrapped = await wrappedKey();
    kms.faults.push(fault, fault);
    expect(await kmsKeys(ARN).unwrap(wrapped, NAME)).toHaveLength(32);
    expect(kms.asked).toHaveLength(4);
  });

  test('asks again where KMS is silent, and gives up after the third time without calling the key refused', async () => {
    const wrapped = await wrappedKey();
    kms.faults.push('silence');
    const impatient = kmsKeys(ARN, kmsClient(150));
    expect(await impatient.unwrap(wrapped, NAME)).toHaveLength(32);
    kms.faults.push('silence', 'silence', 'silence');
    await expect(impatient.unwrap(wrapped, NAME)).rejects.toThrow(expect.objectContaining({ name: 'TimeoutError' }));
  });

  test.each(['AccessDeniedException', 'DisabledException', 'KMSInvalidStateException', 'NotFoundException', 'InvalidKeyUsageException'])('tells a %s at once as a key that is refused', async (fault) => {
    const wrapped = await wrappedKey();
    kms.faults.push(fault);
    await expect(kmsKeys(ARN).unwrap(wrapped, NAME)).rejects.toThrow(expect.objectContaining({ name: 'KeyRefused', message: `${fault}: planted` }));
    expect(kms.asked).toHaveLength(2);
  });

  test.each([
    ['of another table', { name: { ...NAME, table: 'yibao-2' }, arn: ARN, fault: 'InvalidCiphertextException' }],
    ['of another id', { name: { ...NAME, id: 'k2' }, arn: ARN, fault: 'InvalidCiphertextException' }],
    ['of another key of keys', { name: NAME, arn: OTHER, fault: 'IncorrectKeyException' }],
  ])('does not open a data key %s', async (_what, { name, arn, fault }) => {
    const wrapped = await wrappedKey();
    await expect(kmsKeys(arn).unwrap(wrapped, name)).rejects.toThrow(expect.objectContaining({ name: 'KeyRefused', message: expect.stringContaining(fault) }));
  });

  test('does not take an empty answer for a key', async () => {
    const client = { send: () => Promise.resolve({}) } as unknown as ReturnType<typeof kmsClient>;
    await expect(kmsKeys(ARN, client).make(NAME)).rejects.toThrow('no data key');
    await expect(kmsKeys(ARN, client).unwrap('AA==', NAME)).rejects.toThrow('no data key');
    await expect(kmsWrapper(ARN, client).wrap(Buffer.alloc(32), NAME)).rejects.toThrow('wrapped no key');
  });
});
