import { fileURLToPath } from 'node:url';
import { kmsKeys } from '../aws/kms-keys';
import { fileKeys } from './file-provider';
import type { KeyProvider } from './provider';

const KMS = 'kms:';

/** `kms:<key ARN>`, or `file:///…` for a file on this machine. Made at the first call; a failure is tried again at the next. */
export function providerAt(address: string): () => Promise<KeyProvider> {
  let made: Promise<KeyProvider> | undefined;
  const make = () => (address.startsWith(KMS) ? Promise.resolve(kmsKeys(address.slice(KMS.length))) : fileKeys(fileURLToPath(address)));
  return async () => {
    try {
      return await (made ??= make());
    } catch (error) {
      made = undefined;
      throw error;
    }
  };
}
