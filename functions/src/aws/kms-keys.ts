import { DecryptCommand, GenerateDataKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import type { DataKeyName, KeyProvider } from '../keys/provider';

const BYTES = 32;

/** Named in the policy of the key, so that it serves for nothing else. */
const contextOf = ({ table, id }: DataKeyName) => ({ purpose: 'yibao-data-key', table, id });

/** The key of keys in KMS: SM4 in the Chinese regions, AES-256 elsewhere. KMS makes the data keys and never gives its own. */
export function kmsKeys(KeyId: string, client: Pick<KMSClient, 'send'> = new KMSClient({})): KeyProvider {
  return {
    kind: 'kms',
    async make(name) {
      const { Plaintext, CiphertextBlob } = await client.send(new GenerateDataKeyCommand({ KeyId, NumberOfBytes: BYTES, EncryptionContext: contextOf(name) }));
      if (!Plaintext || !CiphertextBlob) throw new Error('KMS gave no data key');
      return { key: Buffer.from(Plaintext), wrapped: Buffer.from(CiphertextBlob).toString('base64') };
    },
    async unwrap(wrapped, name) {
      const asked = new DecryptCommand({ KeyId, CiphertextBlob: Buffer.from(wrapped, 'base64'), EncryptionContext: contextOf(name) });
      const { Plaintext } = await client.send(asked);
      if (Plaintext?.length !== BYTES) throw new Error('KMS gave no data key');
      return Buffer.from(Plaintext);
    },
  };
}
