import { type Generation, keysIn, keySetFrom } from '../crypto/keys';

const generation = (no: number): Generation => ({ keys: keySetFrom(Buffer.from(`data key ${no} that is only for tests`), `k${no}`), activeFrom: new Date(no) });

/** Keys that a test rotates when it likes; each new key is in use at once. */
export function turningKeys() {
  const generations = [generation(1)];
  const ring = { table: 'yibao', generations };
  return { keys: keysIn(() => ring, () => new Date(1_000_000)), turn: () => void generations.push(generation(generations.length + 1)) };
}
