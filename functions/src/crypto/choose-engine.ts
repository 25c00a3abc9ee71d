import { getCiphers, getHashes } from 'node:crypto';
import type { Engine } from './engine';
import { nativeCiphering, nativeHashing } from './native-engine';
import { plainCiphering, plainHashing } from './plain-engine';

export interface Offer {
  readonly hashes: readonly string[];
  readonly ciphers: readonly string[];
}

const NEEDED_CIPHERS = ['sm4-ctr', 'sm4-cbc', 'sm4-ecb'];

/** OpenSSL's where this Node has it, otherwise our own in JavaScript, each half by itself. */
export function chooseEngine({ hashes, ciphers }: Offer = { hashes: getHashes(), ciphers: getCiphers() }): Engine {
  const hasSm3 = hashes.includes('sm3');
  const hasSm4 = NEEDED_CIPHERS.every((name) => ciphers.includes(name));
  return {
    ...(hasSm3 ? nativeHashing : plainHashing),
    ...(hasSm4 ? nativeCiphering : plainCiphering),
    made: { hashing: hasSm3 ? 'openssl' : 'javascript', ciphering: hasSm4 ? 'openssl' : 'javascript' },
  };
}

/** The engine of this process, chosen once. */
export const engine = chooseEngine();
