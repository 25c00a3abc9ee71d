import { MINUTE } from '@yibao/shared';
import * as z from 'zod/mini';
import { pinCheckOf } from './pin-check';
import { remembered } from './remembered';

const Display = z.strictObject({
  /** The phone's clock when the PIN was last entered rightly, and when a code was last on the screen. */
  unlockedAt: z.number(),
  seenAt: z.number(),
  /** Tells a mistyped PIN without network; see pin-check. */
  check: z.optional(z.string()),
  wrongTries: z.number(),
});
export type Display = z.infer<typeof Display>;

/** Whether this phone may show the code without asking for the PIN. */
export const display = remembered('display', Display);

export const displayNow = (): Display => display.get() ?? { unlockedAt: 0, seenAt: 0, wrongTries: 0 };

/** After the service, or the setting of the PIN, has confirmed it. */
export const unlocked = (pin: string, device: string, phoneNow: number) =>
  display.set({ ...displayNow(), unlockedAt: phoneNow, check: pinCheckOf(pin, device), wrongTries: 0 });

/** The service has been heard by a clock that was set back: times that are still to come say nothing, and the PIN is asked anew. */
export async function forgetTimesToCome(phoneNow: number): Promise<void> {
  const known = displayNow();
  if (Math.max(known.unlockedAt, known.seenAt) > phoneNow + MINUTE) await display.set({ ...known, unlockedAt: 0, seenAt: 0 });
}

export const seen = (phoneNow: number) => display.set({ ...displayNow(), seenAt: phoneNow });
