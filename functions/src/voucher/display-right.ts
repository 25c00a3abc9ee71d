import { later, MINUTE, PIN_FRESH_MS, type PinPolicy, Refusal } from '@yibao/shared';
import type { Binding } from './voucher';
import type { CodeRow } from './code-row';

/** With policy always, a PIN serves for the showing that follows it at once. */
const AT_ONCE_MS = 2 * MINUTE;

const isFresh = (at: string | undefined, ms: number, now: Date) => at !== undefined && later(new Date(at), ms) > now;

/** Throws PIN_REQUIRED where the holder's policy asks for the PIN before this device gets or prolongs a seed (CODE-3). */
export function requireDisplayRight(binding: Binding, { device, row, now }: { device: string; row: CodeRow | undefined; now: Date }): void {
  const lastSeen = row?.device === device ? row.contactAt : undefined;
  const granted: Record<PinPolicy, () => boolean> = {
    never: () => true,
    always: () => isFresh(binding.pinAt, AT_ONCE_MS, now),
    'after-15-minutes': () => isFresh(binding.pinAt, PIN_FRESH_MS, now) || isFresh(lastSeen, PIN_FRESH_MS, now),
  };
  if (binding.device !== device || !granted[binding.pinPolicy]()) throw new Refusal('PIN_REQUIRED');
}
