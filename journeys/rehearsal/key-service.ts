import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

interface Input {
  readonly KeyId?: string;
  readonly NumberOfBytes?: number;
  readonly CiphertextBlob?: string;
  readonly EncryptionContext?: Readonly<Record<string, string>>;
}

/** The operations of KMS that a function asks for. */
export type KeyService = (operation: string, input: Input) => unknown;

const bound = ({ KeyId, EncryptionContext = {} }: Input) => Buffer.from(JSON.stringify([KeyId, Object.entries(EncryptionContext).sort()]));

/** KMS as far as data keys go: what it wrapped opens only with the same key and context. */
export function keyService(master: Buffer = randomBytes(32)): KeyService {
  const wrap = (key: Buffer, input: Input) => {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', master, iv).setAAD(bound(input));
    return Buffer.concat([iv, cipher.update(key), cipher.final(), cipher.getAuthTag()]).toString('base64');
  };
  const unwrap = (input: Input) => {
    const blob = Buffer.from(input.CiphertextBlob ?? '', 'base64');
    const decipher = createDecipheriv('aes-256-gcm', master, blob.subarray(0, 12)).setAAD(bound(input)).setAuthTag(blob.subarray(-16));
    return Buffer.concat([decipher.update(blob.subarray(12, -16)), decipher.final()]).toString('base64');
  };
  return (operation, input) => {
    if (operation === 'Decrypt') return { KeyId: input.KeyId, Plaintext: unwrap(input) };
    if (operation !== 'GenerateDataKey') throw new Error(`the rehearsal’s KMS does not ${operation}`);
    const key = randomBytes(input.NumberOfBytes ?? 0);
    return { KeyId: input.KeyId, Plaintext: key.toString('base64'), CiphertextBlob: wrap(key, input) };
  };
}
