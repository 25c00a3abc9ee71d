import { later, MINUTE, PIN_FRESH_MS, Refusal } from '@yibao/shared';
import type { Binding } from './voucher';
import type { CodeRow } from './code-row';

/** With policy always, a PIN serves for the showing that follows it at once. */
const AT_ONCE_MS = 2 * MINUTE;

const isFresh = (at: string | undefined, ms: number, now: Date) => at !== undefined && later(new Date(at), ms) > now;

/** Throws PIN_REQUIRED where the holder's policy asks for the PIN before this device gets or prolongs a seed (CODE-3). */
export function requireDisplayRight(binding: Binding, { device, row, now }: { device: string; row: CodeRow | undefined; now: Date }): void {
  const here = binding.device === device;
  if (here && binding.pinPolicy === 'never') return;
  if (here && binding.pinPolicy === 'always' && isFresh(binding.pinAt, AT_ONCE_MS, now)) return;
  const lastSeen = row?.device === device ? row.contactAt : undefined;
  const recently = isFresh(binding.pinAt, PIN_FRESH_MS, now) || isFresh(lastSeen, PIN_FRESH_MS, now);
  if (here && binding.pinPolicy === 'after-15-minutes' && recently) return;
  throw new Refusal('PIN_REQUIRED');
}
