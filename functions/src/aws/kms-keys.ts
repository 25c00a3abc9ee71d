import { DecryptCommand, GenerateDataKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { type DataKeyName, type KeyProvider, KeyRefused } from '../keys/provider';

const BYTES = 32;

/** Named in the policy of the key, so that it serves for nothing else. */
export const contextOf = ({ table, id }: DataKeyName) => ({ purpose: 'yibao-data-key', table, id });

/** What KMS says of a key that will not open the next time either; all else passes, and the SDK has tried three times. */
const REFUSALS = /^(AccessDenied|Disabled|IncorrectKey|InvalidCiphertext|InvalidKeyUsage|KMSInvalidState|NotFound)Exception$/;

function refusedBy(error: unknown): unknown {
  const { name, message } = error as Error;
  return REFUSALS.test(name) ? new KeyRefused(`${name}: ${message}`, { cause: error }) : error;
}

/** Somebody waits: KMS answers in milliseconds or is asked again. */
export const kmsClient = (requestTimeout = 3000) => new KMSClient({ requestHandler: { connectionTimeout: 1000, requestTimeout, throwOnRequestTimeout: true } });

/** The key of keys in KMS: SM4 in the Chinese regions, AES-256 elsewhere. KMS makes the data keys and never gives its own. */
export function kmsKeys(KeyId: string, client: Pick<KMSClient, 'send'> = kmsClient()): KeyProvider {
  return {
    kind: 'kms',
    keyOfKeys: KeyId,
    async make(name) {
      const { Plaintext, CiphertextBlob } = await client.send(new GenerateDataKeyCommand({ KeyId, NumberOfBytes: BYTES, EncryptionContext: contextOf(name) }));
      if (!Plaintext || !CiphertextBlob) throw new Error('KMS gave no data key');
      return { key: Buffer.from(Plaintext), wrapped: Buffer.from(CiphertextBlob).toString('base64') };
    },
    async unwrap(wrapped, name) {
      const asked = new DecryptCommand({ KeyId, CiphertextBlob: Buffer.from(wrapped, 'base64'), EncryptionContext: contextOf(name) });
      const { Plaintext } = await client.send(asked).catch((error: unknown) => Promise.reject(refusedBy(error) as Error));
      if (Plaintext?.length !== BYTES) throw new Error('KMS gave no data key');
      return Buffer.from(Plaintext);
    },
  };
}
