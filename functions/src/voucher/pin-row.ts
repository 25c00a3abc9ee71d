import { chinaDay, chinaTime, HOUR, Instant, later, MINUTE, PIN_TRIES, Refusal } from '@yibao/shared';
import * as z from 'zod/mini';

/** The PIN of a voucher, the same in every channel, and the tries since the last right one. */
export const PinRow = z.object({ voucherId: z.string(), hash: z.string(), tries: z.int(), locks: z.int(), lockedUntil: z.optional(Instant) });
export type PinRow = z.infer<typeof PinRow>;

/** Each further lock lasts longer, until a right PIN is given. */
const LOCKS_MS = [15 * MINUTE, HOUR, 24 * HOUR];

export const newPin = (voucherId: string, hash: string): PinRow => ({ voucherId, hash, tries: 0, locks: 0 });

/** The longest lock ends tomorrow, and that must be said. */
function locked(lockedUntil: string, now: Date): Refusal {
  const until = new Date(lockedUntil);
  return new Refusal('PIN_LOCKED', { until: `${chinaDay(until) === chinaDay(now) ? '' : '明天'}${chinaTime(until)}` });
}

/**
 * The row with one more wrong try; of parallel tries only one can write it, and the others look again. Throws PIN_LOCKED while locked, whatever the PIN.
 */
export function tried(row: PinRow, now: Date): PinRow {
  const { lockedUntil, ...open } = row;
  if (lockedUntil !== undefined && lockedUntil > now.toISOString()) throw locked(lockedUntil, now);
  const tries = (lockedUntil === undefined ? row.tries : 0) + 1;
  if (tries < PIN_TRIES) return { ...open, tries };
  const until = later(now, LOCKS_MS[Math.min(row.locks, LOCKS_MS.length - 1)]!);
  return { ...open, tries, locks: row.locks + 1, lockedUntil: until.toISOString() };
}

export const forgiven = ({ voucherId, hash }: PinRow): PinRow => newPin(voucherId, hash);

/** What to say after a wrong try: how many are left, or until when it is locked. */
export const wrong = ({ tries, lockedUntil }: PinRow, now: Date) => (lockedUntil === undefined ? new Refusal('PIN_WRONG', { left: PIN_TRIES - tries }) : locked(lockedUntil, now));
