import { Handle, Instant, type SeedAnswer, Voucher } from '@yibao/shared';
import * as z from 'zod/mini';
import { remembered } from './remembered';

/** From which this phone makes codes without asking anybody, until `notAfter` in the service's time. */
const Seed = z.strictObject({
  handle: Handle,
  province: z.string(),
  seed: z.string(),
  notAfter: Instant,
  /** The service's clock minus the phone's, milliseconds. */
  offsetMs: z.number(),
  /** The phone's clock when the service was last heard. */
  heardAt: z.number(),
  /** Somebody has set the phone's clock since then. */
  clockDoubted: z.boolean(),
});
export type Seed = z.infer<typeof Seed>;

const Card = z.strictObject({ voucher: z.optional(Voucher), seed: z.optional(Seed) });
export type Card = z.infer<typeof Card>;

/** The holder's card as this phone knows it, so that it can be shown without network. */
export const card = remembered('card', Card);

/** From now on the service has to be heard before a code is made. */
export async function doubtClock(): Promise<void> {
  const known = card.get();
  if (known?.seed) await card.set({ ...known, seed: { ...known.seed, clockDoubted: true } });
}

/** The seed after the service's answer: prolonged, or a new one. */
export function seedAfter(answer: SeedAnswer, before: Seed | undefined, phoneNow: number): Seed | undefined {
  const heard = { notAfter: answer.notAfter, offsetMs: new Date(answer.serverTime).getTime() - phoneNow, heardAt: phoneNow, clockDoubted: false };
  if (answer.kept) return before && { ...before, ...heard };
  return { handle: answer.handle, province: answer.province, seed: answer.seed, ...heard };
}
