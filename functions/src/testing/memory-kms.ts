import { DecryptCommand, EncryptCommand, type GenerateDataKeyCommand, type KMSClient } from '@aws-sdk/client-kms';
import { keyService } from './kms-service';

type Command = GenerateDataKeyCommand | DecryptCommand | EncryptCommand;

const operationOf = (command: Command) => (command instanceof DecryptCommand ? 'Decrypt' : command instanceof EncryptCommand ? 'Encrypt' : 'GenerateDataKey');

const BYTES = ['Plaintext', 'CiphertextBlob'];

const changed = (fields: object, change: (value: never) => unknown) => Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, BYTES.includes(name) ? change(value as never) : (value as unknown)]));

/** KMS as far as data keys go, without the wire (for that: kms-server.ts). */
export function memoryKms() {
  const service = keyService();
  const asked: Command['input'][] = [];
  const kms = {
    asked,
    fail: undefined as Error | undefined,
    async send(command: Command) {
      asked.push(command.input);
      if (kms.fail) throw kms.fail;
      const input = changed(command.input, (bytes: Uint8Array) => Buffer.from(bytes).toString('base64'));
      return changed(service(operationOf(command), input) as object, (text: string) => Buffer.from(text, 'base64'));
    },
  };
  return kms as typeof kms & Pick<KMSClient, 'send'>;
}
