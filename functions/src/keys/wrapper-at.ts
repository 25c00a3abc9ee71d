import { fileURLToPath } from 'node:url';
import { kmsWrapper } from '../aws/kms-wrapper';
import { fileKeys } from './file-provider';
import type { KeyWrapper } from './provider';

/** The key of keys at an address as in provider-at.ts; undefined where it is none. Kept apart so that no function bundles it. */
export function wrapperAt(address: string): Promise<KeyWrapper> | undefined {
  if (/^kms:arn:aws(-cn)?:kms:/.test(address)) return Promise.resolve(kmsWrapper(address.slice('kms:'.length)));
  return address.startsWith('file:///') ? fileKeys(fileURLToPath(address)) : undefined;
}
