import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

interface Input {
  readonly KeyId?: string;
  readonly NumberOfBytes?: number;
  readonly Plaintext?: string;
  readonly CiphertextBlob?: string;
  readonly EncryptionContext?: Readonly<Record<string, string>>;
}

/** The operations of KMS that this service asks for, as they are on the wire. Throws an error with KMS's own name. */
export type KeyService = (operation: string, input: Input) => unknown;

const faultCalled = (name: string) => Object.assign(new Error(`${name}, says the double`), { name });

const contextIn = ({ EncryptionContext = {} }: Input) => Buffer.from(JSON.stringify(Object.entries(EncryptionContext).sort()));

/** Each key id has a key of its own. What was wrapped opens only with the same key and context, as in KMS. */
export function keyService(): KeyService {
  const keys = new Map<string, Buffer>();
  const keyOf = (id: string) => keys.get(id) ?? keys.set(id, randomBytes(32)).get(id)!;
  const wrap = (key: Buffer, input: Input) => {
    const [id, iv] = [Buffer.from(input.KeyId ?? ''), randomBytes(12)];
    const cipher = createCipheriv('aes-256-gcm', keyOf(String(id)), iv).setAAD(contextIn(input));
    return Buffer.concat([Buffer.from([id.length]), id, iv, cipher.update(key), cipher.final(), cipher.getAuthTag()]).toString('base64');
  };
  const unwrap = (input: Input) => {
    const blob = Buffer.from(input.CiphertextBlob ?? '', 'base64');
    const end = 1 + (blob[0] ?? 0);
    if (blob.length < end + 28) throw faultCalled('InvalidCiphertextException');
    if (String(blob.subarray(1, end)) !== input.KeyId) throw faultCalled('IncorrectKeyException');
    try {
      const decipher = createDecipheriv('aes-256-gcm', keyOf(input.KeyId), blob.subarray(end, end + 12)).setAAD(contextIn(input)).setAuthTag(blob.subarray(-16));
      return Buffer.concat([decipher.update(blob.subarray(end + 12, -16)), decipher.final()]).toString('base64');
    } catch {
      throw faultCalled('InvalidCiphertextException');
    }
  };
  const made = ({ KeyId, NumberOfBytes = 0, ...rest }: Input) => {
    const key = randomBytes(NumberOfBytes);
    return { KeyId, Plaintext: key.toString('base64'), CiphertextBlob: wrap(key, { ...rest, ...(KeyId === undefined ? {} : { KeyId }) }) };
  };
  return (operation, input) => {
    if (operation === 'Decrypt') return { KeyId: input.KeyId, Plaintext: unwrap(input) };
    if (operation === 'Encrypt') return { KeyId: input.KeyId, CiphertextBlob: wrap(Buffer.from(input.Plaintext ?? '', 'base64'), input) };
    if (operation === 'GenerateDataKey') return made(input);
    throw new Error(`this KMS does not ${operation}`);
  };
}
