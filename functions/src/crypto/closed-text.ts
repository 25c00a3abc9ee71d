import { randomBytes } from 'node:crypto';
import { engine } from './choose-engine';
import { sameText } from './digest';
import type { KeySet, Purpose } from './keys';

/** A closed text was altered, cut, moved to another place, or made with a key that is not here. Says nothing of what it holds. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';

  constructor() {
    super('closed text does not open here');
  }
}

const VERSION = 'v1';

/** Which keys close, and the names of the place where the text belongs; it opens nowhere else. */
export interface Binding {
  readonly keys: KeySet;
  readonly use: 'seal' | 'wrap';
  readonly place: readonly string[];
}

const keyOf = ({ keys, use }: Binding, part: 'cipher' | 'mac') => keys.of(`${use}-${part}` satisfies Purpose, part === 'cipher' ? 16 : 32);

/** The place is written so that no two lists of names give the same bytes. */
const macOf = (parts: string, binding: Binding) => engine.hmacSm3(keyOf(binding, 'mac'), Buffer.from(JSON.stringify([...binding.place, parts])));

/** `v1.<key id>.<iv>.<ciphertext>.<mac>`, base64url: SM4-CTR with a random iv, then HMAC-SM3 over place, version, key id, iv and ciphertext. */
export function closed(plain: Uint8Array, binding: Binding): string {
  const iv = randomBytes(16);
  const text = engine.encrypt('ctr', { key: keyOf(binding, 'cipher'), iv, data: plain });
  const parts = [VERSION, binding.keys.id, iv.toString('base64url'), text.toString('base64url')].join('.');
  return `${parts}.${macOf(parts, binding).toString('base64url')}`;
}

/** Throws SealBroken. */
export function opened(text: string, binding: Binding): Buffer {
  const end = text.lastIndexOf('.');
  const parts = text.slice(0, end);
  const [version, id, iv = '', data = ''] = parts.split('.');
  const mac = macOf(parts, binding).toString('base64url');
  // Compared as text: the last sign of 256 bits in base64url has two bits that say nothing, and every other sign is one too many.
  const isWhole = version === VERSION && id === binding.keys.id && sameText(text.slice(end + 1), mac);
  if (!isWhole) throw new SealBroken();
  return engine.decrypt('ctr', { key: keyOf(binding, 'cipher'), iv: Buffer.from(iv, 'base64url'), data: Buffer.from(data, 'base64url') });
}

/** The id of the key that closed a text; undefined where it is no closed text. */
export const keyIdIn = (text: string) => /^v1\.([a-z0-9]+)(\.[\w-]*){3}$/.exec(text)?.[1];
