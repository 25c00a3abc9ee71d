import { later, MINUTE } from '@yibao/shared';
import type { KeyRow } from './key-rows';

/** Requests that began before a key became active have ended by then. */
const SETTLED_MS = MINUTE;

/** From when on a key is in use everywhere: it is active, and nothing under way knows only the one before. The first was never followed by another. */
export const usedFrom = ({ id, activeFrom }: Pick<KeyRow, 'id' | 'activeFrom'>) => (id === 'k1' ? activeFrom : later(new Date(activeFrom), SETTLED_MS).toISOString());

export const isInUse = (row: Pick<KeyRow, 'id' | 'activeFrom'>, now: Date) => usedFrom(row) <= now.toISOString();

export type KeyState = 'waits' | 'in use' | 'before' | 'older';

/** What operators are told of each key, oldest first; the commands decide by the same. */
export function statesOf(rows: readonly KeyRow[], now: Date): readonly (readonly [KeyRow, KeyState])[] {
  const current = rows.filter((row) => isInUse(row, now)).length - 1;
  const stateAt = (at: number): KeyState => (at > current ? 'waits' : (['in use', 'before'] as const)[current - at] ?? 'older');
  return rows.map((row, at) => [row, stateAt(at)]);
}
