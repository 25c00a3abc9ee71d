import { EncryptCommand, type KMSClient } from '@aws-sdk/client-kms';
import type { KeyWrapper } from '../keys/provider';
import { contextOf, kmsClient, kmsKeys } from './kms-keys';

/** A key of KMS to which data keys move; apart from kms-keys.ts, since no function wraps a key that it already has. */
export function kmsWrapper(KeyId: string, client: Pick<KMSClient, 'send'> = kmsClient()): KeyWrapper {
  return {
    ...kmsKeys(KeyId, client),
    async wrap(key, name) {
      const { CiphertextBlob } = await client.send(new EncryptCommand({ KeyId, Plaintext: key, EncryptionContext: contextOf(name) }));
      if (!CiphertextBlob) throw new Error('KMS wrapped no key');
      return Buffer.from(CiphertextBlob).toString('base64');
    },
  };
}
