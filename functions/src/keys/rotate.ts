import { later } from '@yibao/shared';
import { numberOf, type KeyRow } from './key-rows';
import { ACTIVE_AFTER_MS, type KeyringNeeds, newKeyRow } from './keyring';

/** Makes the next data key; it is used from some minutes later on. Undefined where somebody else rotated, or began to move the keys, at the same time. */
export async function rotate({ rows, provider, now }: KeyringNeeds): Promise<KeyRow | undefined> {
  const newest = (await rows.all()).at(-1);
  if (!newest) throw new Error('no key to follow');
  if (newest.nextKey !== undefined) return undefined;
  const madeAt = now();
  const name = { table: newest.table, id: `k${numberOf(newest) + 1}` };
  const row = await newKeyRow(name, { madeAt, activeFrom: later(madeAt, ACTIVE_AFTER_MS) }, await provider());
  return (await rows.add(row, newest)) ? row : undefined;
}
