import * as z from 'zod/mini';
import { Channel } from './channel';
import { PinPolicy } from './pin';
import { Region } from './region';
import { Instant } from './time';

/** The holder's own view of the voucher in this channel; the name is masked. */
export const Voucher = z.strictObject({
  holder: z.string(),
  region: Region,
  channel: Channel,
  activatedAt: Instant,
  pinPolicy: PinPolicy,
});
export type Voucher = z.infer<typeof Voucher>;

/** One acceptance of a code (CODE-9): when, where, what for. */
export const Use = z.strictObject({ at: Instant, institution: z.string(), businessType: z.string(), businessName: z.string() });
export type Use = z.infer<typeof Use>;
