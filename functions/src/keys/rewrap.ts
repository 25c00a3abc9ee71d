import { timingSafeEqual } from 'node:crypto';
import type { Clock } from '@yibao/shared';
import { untilUndisturbed } from '../aws/table';
import { type KeyRows, type StoredKey, wrappedFor } from './key-rows';
import type { KeyProvider, KeyWrapper } from './provider';

/** Why the keys cannot move now; the message says what to do. */
export class MoveRefused extends Error {
  override readonly name = 'MoveRefused';
}

export interface RewrapNeeds {
  readonly rows: KeyRows;
  readonly onKey: (id: string) => void;
}

async function wrapped(row: StoredKey, from: KeyProvider, to: KeyWrapper): Promise<StoredKey> {
  const key = await from.unwrap(wrappedFor(row, from), row);
  const nextWrapped = await to.wrap(key, row);
  const again = await to.unwrap(nextWrapped, row);
  if (!timingSafeEqual(key, again)) throw new Error(`${row.id} came back as another key`);
  return { ...row, nextKey: to.keyOfKeys, nextWrapped };
}

function checkFree(all: readonly StoredKey[], { keyOfKeys }: KeyProvider): void {
  const other = all.find(({ nextKey }) => nextKey !== undefined && nextKey !== keyOfKeys);
  if (other) throw new MoveRefused(`正在搬到另一把主密钥，请先做完 / finish the move to ${other.nextKey} first`);
}

/**
 * Wraps every data key by another key of keys as well. Each opens by both from then on, so functions can be deployed with the new one at
 * leisure. Interrupted, it goes on where it was. Nothing is written of a key that does not come back the same. Throws MoveRefused.
 */
export async function rewrap({ from, to }: { from: KeyProvider; to: KeyWrapper }, { rows, onKey }: RewrapNeeds): Promise<void> {
  if (from.keyOfKeys === to.keyOfKeys) throw new MoveRefused('已经在用这把主密钥 / this is the key of keys in use');
  const waiting = async () => {
    const all = await rows.all();
    checkFree(all, to);
    return all.filter(({ nextKey }) => nextKey === undefined);
  };
  // Read again after the last one: somebody may have made a key meanwhile.
  for (let [row] = await waiting(); row; [row] = await waiting()) {
    const { id } = row;
    await untilUndisturbed(async () => {
      const current = (await rows.all()).find((one) => one.id === id)!;
      if (current.nextKey === undefined) await rows.change(await wrapped(current, from, to));
    });
    onKey(id);
  }
}

const opens = (row: StoredKey, provider: KeyProvider) => provider.unwrap(wrappedFor(row, provider), row).then(() => true, () => false);

function moved({ nextKey, nextWrapped, ...row }: StoredKey, kind: KeyProvider['kind'], at: Date): StoredKey {
  return { ...row, wrapped: nextWrapped ?? row.wrapped, provider: kind, movedAt: at.toISOString() };
}

/**
 * Ends a move: what the old key of keys opened is taken away, so that it may be denied. Only after every data key has opened by the new
 * one alone. Interrupted, it goes on where it was. Throws MoveRefused, and changes nothing, where one does not open.
 */
export async function finishMove(to: KeyProvider, { rows, onKey }: RewrapNeeds, now: Clock): Promise<void> {
  const all = await rows.all();
  const waiting = all.filter(({ nextKey }) => nextKey !== undefined);
  if (waiting.length === 0) throw new MoveRefused('没有进行中的搬迁 / no move is under way');
  if (waiting.some(({ nextKey }) => nextKey !== to.keyOfKeys)) throw new MoveRefused(`这不是要搬去的主密钥，请先用新的 KEY_PROVIDER / this is not the key of keys to which they move: ${waiting[0]!.nextKey}`);
  for (const row of all) {
    if (!(await opens(row, to))) throw new MoveRefused(`${row.id} 还不能用这把主密钥打开，什么也没有改；请用原来的 KEY_PROVIDER 再运行一次 rewrap --to / ${row.id} does not open by this key of keys, nothing was changed`);
  }
  for (const row of waiting) {
    await rows.change(moved(row, to.kind, now()));
    onKey(row.id);
  }
}
