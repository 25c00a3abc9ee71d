import { DecryptCommand, type GenerateDataKeyCommand, type KMSClient } from '@aws-sdk/client-kms';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

type Asked = GenerateDataKeyCommand['input'] | DecryptCommand['input'];

const contextOf = ({ KeyId, EncryptionContext = {} }: Asked) => Buffer.from(JSON.stringify([KeyId, Object.entries(EncryptionContext).sort()]));

/** KMS as far as data keys go: what it wrapped opens only with the same key and context. */
export function memoryKms() {
  const master = randomBytes(32);
  const asked: Asked[] = [];
  const wrap = (key: Buffer, input: Asked) => {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', master, iv).setAAD(contextOf(input));
    return Buffer.concat([iv, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
  };
  const unwrap = (blob: Buffer, input: Asked) => {
    if (blob.length < 28) throw new Error('InvalidCiphertextException');
    const decipher = createDecipheriv('aes-256-gcm', master, blob.subarray(0, 12)).setAAD(contextOf(input)).setAuthTag(blob.subarray(-16));
    return Buffer.concat([decipher.update(blob.subarray(12, -16)), decipher.final()]);
  };
  const kms = {
    asked,
    fail: undefined as Error | undefined,
    async send(command: GenerateDataKeyCommand | DecryptCommand) {
      asked.push(command.input);
      if (kms.fail) throw kms.fail;
      if (command instanceof DecryptCommand) return { Plaintext: unwrap(Buffer.from(command.input.CiphertextBlob!), command.input) };
      const Plaintext = randomBytes(command.input.NumberOfBytes ?? 0);
      return { Plaintext, CiphertextBlob: wrap(Plaintext, command.input) };
    },
  };
  return kms as typeof kms & Pick<KMSClient, 'send'>;
}
